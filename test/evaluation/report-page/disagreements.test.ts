import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { disagreementCard } from '../../../evaluation/report-page/disagreement-card';
import { worstDisagreements } from '../../../evaluation/report-page/disagreements';
import { mediaOf, MOST_SECONDS } from '../../../evaluation/report-page/media';
import { pairPicture } from '../../../evaluation/report-page/pair-picture';
import { decodeWav, encodeWav } from '../../../pipeline/wav';
import { seededRandom } from '../../../base/random';
import { reported, someMedia } from './report-data';

const TEN = { low: 0, high: 10 };
const bytesOf = (uri: string): Buffer => Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64');

describe('The worst disagreements', () => {
  it('are the recordings farthest from their rating, in either direction, the farthest first', () => {
    const pairs = [
      reported({ line: 2, human: 8, score: 75 }),
      reported({ line: 3, human: 8, score: 20 }),
      reported({ line: 4, human: 2, score: 90 }),
    ];
    const worst = worstDisagreements(pairs, TEN, 2);
    assert.deepEqual(worst.map(({ pair, gap }) => [pair.line, gap]), [[4, 70], [3, -60]]);
    assert.deepEqual(worstDisagreements(pairs, { low: 0, high: 20 }, 1).map(({ pair, points }) => [pair.line, points]), [[4, 10]]);
  });

  it('say in words who was stricter, and keep their place without sound', () => {
    const pair = reported({ human: 8, score: 20, verdict: 'wrong-sentence', fields: { text: 'good morning', age: '9' } });
    const { text } = disagreementCard({ pair, points: 80, gap: -60 }, { fault: 'There is no file r1.wav.' }, 3);
    assert.match(text, /3\. 60 points below the raters/);
    assert.match(text, /There is no file r1\.wav\./);
    assert.match(text, /wrong sentence/);
    assert.ok(!text.includes('<audio'));
  });
});

describe('A recording in the page', () => {
  it('is a WAV of 16 kHz and a PNG as wide as it is long', () => {
    const { audio, picture, seconds, cut } = mediaOf(encodeWav({ samples: new Float32Array(66150).fill(0.1), sampleRate: 44100 }).wav);
    const { samples, sampleRate } = decodeWav(bytesOf(audio));
    assert.deepEqual([samples.length, sampleRate, seconds, cut], [24000, 16000, 1.5, false]);
    const png = bytesOf(picture);
    assert.deepEqual([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', 150, 128]);
  });

  it('is cut where it is too long for the page, and may be silent', () => {
    const long = mediaOf(encodeWav({ samples: new Float32Array(16000 * (MOST_SECONDS + 1)), sampleRate: 16000 }).wav);
    assert.deepEqual([long.seconds, long.cut], [MOST_SECONDS, true]);
  });

  it('leaves room for twenty of the longest in 25 MB, also of noise, which no PNG makes smaller', () => {
    const random = seededRandom(1);
    const samples = Float32Array.from({ length: 16000 * MOST_SECONDS }, () => random() - 0.5);
    const { audio, picture } = mediaOf(encodeWav({ samples, sampleRate: 16000 }).wav);
    assert.ok(20 * (audio.length + picture.length) < 24e6, `${audio.length} and ${picture.length}`);
  });
});

describe('The picture of a pair', () => {
  const frames = { hopMs: 100, startMs: 100, distance: [0, 0, 2, 2, 2, 1] };

  it('shows both recordings on one axis of time', () => {
    const learner = { ...someMedia(), seconds: 2 };
    const reference = { ...someMedia(), seconds: 0.5 };
    const { text } = pairPicture(learner, reference, frames, 'both');
    assert.deepEqual([...text.matchAll(/<image [^>]* width="([\d.]+)"/g)].map(([, width]) => width), ['440', '110']);
    assert.match(text, /<text class="tick middle" x="220" y="[\d.]+">1 s<\/text>/);
  });

  it('has the distance under the learner where it was heard, green for 0 and red from 2 on', () => {
    const { text } = pairPicture({ ...someMedia(), seconds: 1 }, { ...someMedia(), seconds: 1 }, frames, 'both');
    const rects = [...text.matchAll(/<rect fill="rgb\((\d+) (\d+) \d+\)" x="([\d.]+)" y="\d+" width="([\d.]+)"/g)];
    assert.deepEqual(rects.map(([, , , x, width]) => [x, width]), [['44', '88'], ['132', '132'], ['264', '44']]);
    const [alike, unlike] = rects.map(([, red, green]) => Number(green) - Number(red));
    assert.ok((alike ?? 0) > 0 && (unlike ?? 0) < 0);
  });

  it('has no strip where the network tells nothing along the time', () => {
    const silent = { hopMs: 0, startMs: 0, distance: [] };
    assert.ok(!pairPicture(someMedia(), someMedia(), silent, 'both').text.includes('<rect'));
  });
});
