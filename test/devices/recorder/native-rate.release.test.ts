import assert from 'node:assert/strict';

import { runInspect } from '../../../engine/child-jobs/inspect';
import { record } from '../../../devices/recorder';
import { toldRate } from '../../../devices/recorder/arecord';
import { decodeWav } from '../../../pipeline/wav';
import { microphoneThatHears, type FakeMicrophone } from '../../support/fake-microphone';
import { needsProgram } from '../../support/programs';

const ASKED = 16000;
const TONE_HZ = 3000;

/** A tone that is kept, and one above half of 16 kHz that a bad converter folds back to 5 kHz. */
function tones(rate: number): Int16Array {
  const wave = (hz: number, i: number): number => Math.sin((2 * Math.PI * hz * i) / rate);
  return Int16Array.from({ length: 2 * rate }, (_, i) => Math.round(8000 * (wave(TONE_HZ, i) + wave(11_000, i))));
}

/** How far the tone stands out of everything else, dB: least squares of sine and cosine, away from the ends. */
function toneToRestDb(samples: Float32Array, rate: number): number {
  const kept = samples.subarray(rate / 10, rate / 10 + rate / 2);
  const phase = (i: number): number => (2 * Math.PI * TONE_HZ * i) / rate;
  const sum = (term: (i: number, sample: number) => number): number => kept.reduce((total, x, i) => total + term(i, x), 0);
  const sine = (2 / kept.length) * sum((i, x) => x * Math.sin(phase(i)));
  const cosine = (2 / kept.length) * sum((i, x) => x * Math.cos(phase(i)));
  const rest = sum((i, x) => (x - sine * Math.sin(phase(i)) - cosine * Math.cos(phase(i))) ** 2);
  return 10 * Math.log10(((sine ** 2 + cosine ** 2) * kept.length) / 2 / rest);
}

describe('A device that lacks the rate asked for', function () {
  this.timeout(10_000);
  let microphone: FakeMicrophone | undefined;

  before(function () {
    needsProgram(this, 'arecord');
  });

  afterEach(() => {
    microphone?.remove();
    microphone = undefined;
  });

  for (const rate of [44100, 48000]) {
    it(`records at its own ${rate} Hz, and the recording has the rate asked for, without what does not fit into it`, async function () {
      microphone = microphoneThatHears(tones(rate), rate);
      const { wav, sampleRate, durationMs } = await record({ device: 'fakemic', sampleRate: ASKED, maxMs: 1000 }).done;
      assert.equal(sampleRate, rate);
      assert.equal(durationMs, 1000);
      const { wav: made, facts } = runInspect({ kind: 'inspect', wav, sampleRate: ASKED });
      const { samples, sampleRate: madeRate } = decodeWav(made);
      assert.deepEqual([madeRate, samples.length, facts.sampleRate, facts.durationMs], [ASKED, ASKED, ASKED, 1000]);
      const clean = toneToRestDb(samples, ASKED);
      if (this.test) this.test.title += ` (tone to rest ${clean.toFixed(0)} dB)`;
      assert.ok(clean > 80, `${clean} dB`);
    });
  }

  it('tells of a clipped recording that it was clipped, though the filter rounds it off', async () => {
    const clipped = Int16Array.from({ length: 96000 }, (_, i) => Math.max(-32768, Math.min(32767, 60000 * Math.sin(i / 20))));
    microphone = microphoneThatHears(clipped, 48000);
    const { wav } = await record({ device: 'fakemic', sampleRate: ASKED, maxMs: 1000 }).done;
    const { clippedShare } = runInspect({ kind: 'inspect', wav, sampleRate: ASKED }).facts.level;
    assert.ok(clippedShare > 0.5, String(clippedShare));
  });
});

describe('The rate that arecord tells', () => {
  it('is that of the setup, to the Hertz', () => {
    const setup = 'Plug PCM: Route conversion PCM (sformat=S16_LE)\nIts setup is:\n  stream       : CAPTURE\n  rate         : 15625\n  exact rate   : 15625 (15625/1)\n';
    assert.equal(toldRate(setup), 15625);
  });

  it('is not known before arecord has said it', () => {
    assert.equal(toldRate("Recording raw data 'stdin' : Signed 16 bit Little Endian, Rate 16000 Hz, Mono\n"), undefined);
  });
});
