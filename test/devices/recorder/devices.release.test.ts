import assert from 'node:assert/strict';
import { parseCards, parseNames } from '../../../devices/alsa/devices';
import { listDevices } from '../../../devices/recorder/probe';
import { withEnvironment } from '../../support/fake-microphone';
import { needsProgram } from '../../support/programs';

describe('listDevices', () => {
  it('names a card by its name, which survives a reboot', () => {
    const listing = [
      '**** List of CAPTURE Hardware Devices ****',
      'card 1: Device [USB PnP Sound Device], device 0: USB Audio [USB Audio]',
      '  Subdevices: 1/1',
      '  Subdevice #0: subdevice #0',
      'card 3: seeed2micvoicec [seeed-2mic-voicecard], device 1: bcm2835-i2s-wm8960-hifi [bcm2835-i2s-wm8960-hifi]',
    ].join('\n');
    assert.deepEqual(parseCards(listing), [
      { card: 1, name: 'plughw:CARD=Device,DEV=0', label: 'USB PnP Sound Device, USB Audio' },
      { card: 3, name: 'plughw:CARD=seeed2micvoicec,DEV=1', label: 'seeed-2mic-voicecard, bcm2835-i2s-wm8960-hifi' },
    ]);
  });

  it('lists sound servers, but no card twice, no null device and no plugin that only changes a sound', () => {
    const listing = 'null\n    Discard all samples\nspeexrate\n    Rate Converter Plugin Using Speex Resampler\npipewire\n    PipeWire Sound Server\nhw:CARD=Device,DEV=0\n    USB\n';
    assert.deepEqual(parseNames(listing), [{ name: 'pipewire', label: 'PipeWire Sound Server' }]);
  });

  it('gives the default device even where arecord finds no card', async function () {
    needsProgram(this, 'arecord');
    assert.equal((await listDevices())[0]?.name, 'default');
  });

  it('says so where arecord is missing', async () => {
    const restore = withEnvironment('PATH', '/nowhere');
    await assert.rejects(listDevices(), { code: 'PRON_MIC_PROGRAM' });
    restore();
  });
});
