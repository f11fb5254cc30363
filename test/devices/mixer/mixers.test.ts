import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mixerOf } from '../../../devices/mixer/mixers';

describe('The mixer of a device', () => {
  it('is the card\'s, by name or number, or that of the same name', () => {
    const mixers: Record<string, string> = {
      'plughw:CARD=Device,DEV=0': 'hw:CARD=Device',
      'hw:CARD=USB-1,DEV=0,SUBDEV=0': 'hw:CARD=USB-1',
      'sysdefault:CARD=Device': 'hw:CARD=Device',
      'hw:1,0': 'hw:1',
      'plughw:1': 'hw:1',
      'plughw:Device,0': 'hw:CARD=Device',
      pulse: 'pulse',
      default: 'default',
      my_mic: 'my_mic',
    };
    for (const [device, mixer] of Object.entries(mixers)) assert.equal(mixerOf(device), mixer, device);
  });

  it('is none for a definition within a name, or what amixer could take for an option', () => {
    for (const device of ["file:'|reboot',raw", '{type ext lib "/tmp/x.so"}', '-c', '--help', 'plug:{SLAVE="x"}', 'hw:', '', 'a b']) {
      assert.equal(mixerOf(device), undefined, device);
    }
  });
});
