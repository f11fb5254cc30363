import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { earBoardFigures } from '../../../trials/ear-boards/figures';
import { AGAIN, estimateMs, NEW, rateOf } from '../../../trials/ear-boards/estimate';
import counted from '../../../trials/ear-boards/operations.json';

const WIDTH = 512;
const BLOCKS = 6;
const VOCABULARY = 51865;

describe('The estimate of the ear on a board', () => {
  it('counts the products that the dimensions of Whisper base give', () => {
    const { samples, tokens } = counted.sentence;
    const hops = Math.floor(samples / 160);
    const frames = Math.ceil(hops / 2);
    const { encoder, pass, step } = counted.work;
    assert.equal(encoder.int8, BLOCKS * frames * 12 * WIDTH ** 2 + frames * WIDTH * 12 * WIDTH);
    const mel = 400 * 402 * (hops + 1) + 80 * 201 * hops;
    const convolutions = 80 * 3 * WIDTH * hops + WIDTH * 3 * WIDTH * frames;
    assert.equal(encoder.float, mel + convolutions + 2 * frames ** 2 * WIDTH * BLOCKS);
    const perToken = BLOCKS * 14 * WIDTH ** 2 + WIDTH * VOCABULARY;
    assert.equal(pass.int8, tokens * perToken);
    assert.equal(pass.float, 2 * BLOCKS * tokens * WIDTH * (tokens + frames));
    assert.equal(step.int8, perToken);
  });

  it('takes floats at the published speed of a core, and int8 four times as fast with a dot product', () => {
    const [plain, dot] = [{ gflops: 8, hasDotProduct: false }, { gflops: 8, hasDotProduct: true }];
    assert.deepEqual(rateOf(plain), { float: 2e9, int8: 2e9 });
    assert.deepEqual(rateOf(dot), { float: 2e9, int8: 8e9 });
    assert.equal(estimateMs([{ float: 1e9, int8: 4e9 }, { float: 1e9, int8: 0 }], dot), 1.5 * 1500);
    assert.ok(estimateMs(NEW, plain) > estimateMs(AGAIN, plain));
  });

  it('is called an estimate, and says what it assumes', () => {
    const figures = earBoardFigures();
    const times = figures.filter(({ unit }) => unit === 'ms');
    assert.equal(times.length, 4);
    assert.ok(times.every(({ name }) => name.startsWith('ESTIMATE')));
    assert.equal(figures.filter(({ name }) => name.startsWith('assumed')).length, 3);
    assert.ok(figures.some(({ name, value }) => name.includes('Zero 2 W') && String(value).startsWith('no ear')));
  });
});
