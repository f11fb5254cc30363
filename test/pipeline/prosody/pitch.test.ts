import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PITCH_HOP_MS, pitchOf } from '../../../pipeline/prosody/pitch';
import { koreanSpeech, pinkNoise, sumOf, whiteNoise } from '../signals';
import { joined, silent, sung } from './voices';

const RATE = 16000;
const pitch = (samples: Float32Array, sampleRate = RATE): Float32Array => pitchOf({ samples, sampleRate });

/** All values but those of the first and the last 30 ms, where the frame is not full. */
const inner = (values: Float32Array): number[] => [...values.subarray(3, -3)];

function assertAllNear(values: readonly number[], wanted: (time: number) => number, share: number): void {
  values.forEach((hz, i) => {
    const right = wanted(((i + 3) * PITCH_HOP_MS) / 1000);
    assert.ok(Math.abs(hz / right - 1) <= share, `${hz} for ${right} at ${(i + 3) * PITCH_HOP_MS} ms`);
  });
}

describe('pitch', () => {
  it('is that of low men, women, children and very high voices', () => {
    for (const hz of [65, 80, 110, 170, 220, 300, 380, 450, 550, 630]) assertAllNear(inner(pitch(sung(0.5, () => hz))), () => hz, 0.01);
  });

  it('is the same at the rates of telephones, voices and sound cards', () => {
    for (const rate of [8000, 22050, 44100, 48000]) {
      assertAllNear(inner(pitch(sung(0.4, () => 200, undefined, rate), rate)), () => 200, 0.01);
    }
  });

  it('follows a glide over an octave', () => {
    const up = (time: number): number => 120 * 2 ** time;
    assertAllNear(inner(pitch(sung(1, up))), up, 0.02);
    const down = (time: number): number => 400 * 2 ** (-1.2 * time);
    assertAllNear(inner(pitch(sung(1, down))), down, 0.02);
  });

  it('is no octave too high where the second harmonic is far stronger than the first', () => {
    for (const hz of [90, 150, 240]) assertAllNear(inner(pitch(sung(0.5, () => hz, [0.2, 1, 0.2, 0.4]))), () => hz, 0.02);
  });

  it('is that of a voice whose first harmonic is missing, as on the telephone', () => {
    for (const hz of [100, 180]) assertAllNear(inner(pitch(sung(0.5, () => hz, [0, 0, 1, 1, 0.8, 0.6]))), () => hz, 0.02);
  });

  it('is no octave too low where every second period is a little weaker, as in a creaky voice', () => {
    const voice = sung(0.5, () => 160).map((value, i) => value * (Math.floor((i / RATE) * 160) % 2 === 0 ? 1 : 0.9));
    assertAllNear(inner(pitch(voice)), () => 160, 0.03);
  });

  it('is that of the first harmonic alone', () => {
    for (const hz of [100, 250, 500]) assertAllNear(inner(pitch(sung(0.5, () => hz, [1]))), () => hz, 0.01);
  });

  it('stands noise of 10 dB', () => {
    const voice = sung(1, () => 180);
    const level = Math.sqrt(voice.reduce((sum, value) => sum + value * value, 0) / voice.length);
    assertAllNear(inner(pitch(sumOf(voice, whiteNoise(voice.length, level * 10 ** (-10 / 20))))), () => 180, 0.03);
  });

  it('is not there in silence, in a constant, in noise', () => {
    assert.ok(pitch(silent(0.5)).every((hz) => hz === 0));
    assert.ok(inner(pitch(new Float32Array(8000).fill(0.3))).every((hz) => hz === 0));
    for (const noise of [whiteNoise(RATE, 0.1), pinkNoise(RATE, 0.1)]) {
      const voiced = pitch(noise).filter((hz) => hz > 0).length;
      assert.ok(voiced <= 10, `${voiced} of 100`);
    }
  });

  it('is there from the start of the voice to its end, and not in the pause', () => {
    const found = pitch(joined(silent(0.3), sung(0.4, () => 200), silent(0.3), sung(0.4, () => 140), silent(0.2)));
    const wanted = (i: number): boolean => (i >= 30 && i < 70) || (i >= 100 && i < 140);
    const wrong = [...found].filter((hz, i) => hz > 0 !== wanted(i)).length;
    assert.ok(wrong <= 8, `${wrong} moments are wrong`);
  });

  it('does not care how loud the voice is', () => {
    const voice = sung(0.5, () => 150);
    assert.deepEqual(pitch(voice.map((value) => value / 64)), pitch(voice));
  });

  it('of a recorded voice stays within a voice\'s range', () => {
    const voiced = [...pitchOf(koreanSpeech())].filter((hz) => hz > 0).sort((a, b) => a - b);
    assert.ok(voiced.length > 80, String(voiced.length));
    assert.ok((voiced[0] as number) > 60 && (voiced.at(-1) as number) < 300, `${voiced[0]} to ${voiced.at(-1)}`);
  });

  it('of nothing and of a few samples is nothing', () => {
    assert.equal(pitch(new Float32Array(0)).length, 0);
    assert.ok(pitch(new Float32Array(10).fill(0.1)).every((hz) => hz === 0));
  });
});
