import assert from 'node:assert/strict';
import { bandPowers } from '../../../pipeline/band-powers';
import { colourChangeDb } from '../../../pipeline/speech/colour-change';
import { longestSoundSeconds } from '../../../pipeline/speech/longest-sound';
import { modulationDb } from '../../../pipeline/speech/modulation';
import { koreanSpeech, sine, sumOf, whiteNoise } from '../signals';

/** Noise that comes and goes three times a second. */
const brushed = whiteNoise(48000, 0.1).map((sample, n) => sample * Math.sin((3 * Math.PI * n) / 16000) ** 2);

describe('the change of colour', () => {
  it('is small for noise that comes and goes, though its level moves as much as that of speech', () => {
    const powers = bandPowers(brushed, 16000);
    assert.ok(modulationDb(powers) > 8);
    assert.ok(colourChangeDb(powers) < 1.2);
  });

  it('is large for speech', () => {
    const { samples, sampleRate } = koreanSpeech();
    assert.ok(colourChangeDb(bandPowers(samples.subarray(0, 37000), sampleRate)) > 4);
  });

  it('is zero for silence and for nothing', () => {
    for (const length of [0, 16000]) assert.equal(colourChangeDb(bandPowers(new Float32Array(length), 16000)), 0);
  });
});

describe('the longest sound', () => {
  it('is the longest stretch without a pause', () => {
    const beeps = new Float32Array(32000);
    beeps.set(sine(500, 16000, 0.2), 2000);
    beeps.set(sine(500, 16000, 0.5), 16000);
    const seconds = longestSoundSeconds(beeps, 16000);
    assert.ok(Math.abs(seconds - 0.51) < 0.02, String(seconds));
  });

  it('is short for a click, whole for a tone in noise, and zero for nothing', () => {
    const click = new Float32Array(16000);
    click[8000] = 1;
    assert.ok(longestSoundSeconds(click, 16000) <= 0.02);
    const tone = sumOf(sine(300, 16000, 1), whiteNoise(16000, 0.001));
    assert.ok(longestSoundSeconds(tone, 16000) > 0.99);
    assert.equal(longestSoundSeconds(new Float32Array(0), 16000), 0);
  });
});
