import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { momentsOf } from '../../../../pipeline/ear/contrasts/moments';
import { seriesMeasures, type SeriesMeasures } from '../../../../pipeline/ear/contrasts/series';
import { hashNoise } from './noise';

const RATE = 16000;
const noise = (i: number): number => 0.3 * hashNoise(i);
/** Harmonics of a voice, the second one at `second` of the first. */
const voice = (hz: number, second: number) => (i: number): number => {
  const phase = (2 * Math.PI * hz * i) / RATE;
  return 0.3 * (Math.sin(phase) + second * Math.sin(2 * phase) + 0.4 * Math.sin(3 * phase));
};

/** A vowel, silence of 80 ms, noise of `lagMs`, and a vowel. */
function measured(lagMs: number, hz = 120, second = 0.5): SeriesMeasures {
  const ms = (time: number): number => (time * RATE) / 1000;
  const parts = [[300, voice(120, 0.5)], [80, () => 0], [lagMs, noise], [300, voice(hz, second)]] as const;
  const samples = Float32Array.from(parts.flatMap(([length, sound]) => Array.from({ length: ms(length) }, (_, i) => sound(i))));
  const vowel = (380 + lagMs) / 5;
  return seriesMeasures(momentsOf(samples), { start: 60, end: vowel }, { start: vowel, end: vowel + 60 });
}

describe('measures of a consonant', () => {
  it('find the closure, the release and the start of the voice', () => {
    for (const lag of [20, 60, 90]) {
      const { voiceOnsetMs, closureMs } = measured(lag);
      assert.ok(Math.abs(voiceOnsetMs - lag) <= 15, `${voiceOnsetMs} for ${lag}`);
      assert.ok(Math.abs(closureMs - 80) <= 20, String(closureMs));
    }
  });

  it('hear a puff of air', () => {
    const [none, puff] = [measured(0), measured(60)];
    assert.ok(puff.aspirationDb > none.aspirationDb + 5, `${puff.aspirationDb} ${none.aspirationDb}`);
  });

  it('compare pitch and voice of the vowel with those of the whole recording', () => {
    const [low, high] = [measured(60), measured(60, 160)];
    assert.ok(Math.abs(low.pitch) < 0.5 && Math.abs(high.pitch - low.pitch - 2.5) < 1, `${low.pitch} ${high.pitch}`);
    assert.ok(measured(60, 120, 0.1).tilt > measured(60, 120, 1).tilt + 5);
  });
});
