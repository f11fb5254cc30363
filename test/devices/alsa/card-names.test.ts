import assert from 'node:assert/strict';

import { cardsOf, isNumbered, stableName } from '../../../devices/alsa/card-names';
import { shortName } from '../../../devices/alsa/presence';

const LISTING = [
  '**** List of CAPTURE Hardware Devices ****',
  'card 1: Device [USB PnP Sound Device], device 0: USB Audio [USB Audio]',
  'card 3: seeed2micvoicec [seeed-2mic-voicecard], device 0: a [b]',
  'card 3: seeed2micvoicec [seeed-2mic-voicecard], device 1: c [d]',
].join('\n');

describe('The name of a card in the place of its number', () => {
  const cards = cardsOf(LISTING);

  it('comes from the list of cards', () => {
    assert.deepEqual(cards, [{ number: 1, id: 'Device' }, { number: 3, id: 'seeed2micvoicec' }]);
  });

  for (const [device, name] of [
    ['hw:1,0', 'hw:CARD=Device,DEV=0'],
    ['plughw:1', 'plughw:CARD=Device,DEV=0'],
    ['plughw:3,1', 'plughw:CARD=seeed2micvoicec,DEV=1'],
    ['plughw:3,1,2', 'plughw:CARD=seeed2micvoicec,DEV=1,SUBDEV=2'],
    ['hw:CARD=1,DEV=0', 'hw:CARD=Device,DEV=0'],
    ['sysdefault:1', 'sysdefault:CARD=Device'],
    ['plughw:0', undefined],
  ] as const) {
    it(`${device}: ${name ?? 'unknown where there is no such card'}`, () => {
      assert.equal(isNumbered(device), true);
      assert.equal(stableName(device, cards), name);
    });
  }

  it('is not asked for where the device has a name already', () => {
    for (const device of ['default', 'hw:Device,0', 'plughw:CARD=Device,DEV=0', 'pulse', 'mic1', 'hw:CARD=2i2']) {
      assert.equal(isNumbered(device), false, device);
    }
  });

  it('is what a status has room for', () => {
    assert.deepEqual(['plughw:CARD=Device,DEV=0', 'hw:Device,0', 'default'].map(shortName), ['Device', 'Device', 'default']);
  });
});
