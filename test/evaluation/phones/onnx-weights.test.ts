import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { fromHalf, toHalf } from '../../../evaluation/phones/half';
import { storedWeights, withWeights } from '../../../evaluation/phones/onnx-weights';
import { readProbe, writeProbe } from '../../../evaluation/phones/probe-weights';

const PROBE = readFileSync(join(packageRoot(), 'ear', 'phones-ko.onnx'));

describe('Numbers of 16 bits', () => {
  it('are as their bits say', () => {
    const bits = Uint16Array.from([0x0000, 0x3c00, 0xc000, 0x3555, 0x7bff, 0x0001, 0x0400]);
    assert.deepEqual([...fromHalf(bits)], [0, 1, -2, 0.333251953125, 65504, 2 ** -24, 2 ** -14]);
    assert.deepEqual([...toHalf(fromHalf(bits))], [...bits]);
  });

  it('are the nearest ones, and at most the largest', () => {
    const back = fromHalf(toHalf(Float32Array.from([1 / 3, -1.0004, 2047.9, 1e9, 3e-8])));
    assert.deepEqual([...back], [0.333251953125, -1, 2048, 65504, 2 ** -24]);
  });
});

describe('The weights in an ONNX file', () => {
  it('can be read by name and form', () => {
    assert.deepEqual(storedWeights(PROBE).map(({ dims }) => dims), [[512, 43], [43], [512, 215], [4, 43]]);
    const [first] = storedWeights(PROBE);
    assert.equal(first?.data.length, 512 * 43);
    assert.ok(first.data.every((value) => Math.abs(value) < 10) && first.data.some((value) => Math.abs(value) > 0.01));
  });

  it('can be written back, and nothing else changes', () => {
    assert.deepEqual(Buffer.from(writeProbe(PROBE, readProbe(PROBE))), PROBE);
    const name = storedWeights(PROBE)[1]?.name ?? '';
    const changed = withWeights(PROBE, new Map([[name, new Float32Array(43).fill(0.5)]]));
    assert.deepEqual(storedWeights(changed)[1]?.data, new Float32Array(43).fill(0.5));
    assert.deepEqual(storedWeights(changed)[2], storedWeights(PROBE)[2]);
    assert.equal(changed.length, PROBE.length);
  });

  it('are refused in another form, and in a file that is none', () => {
    assert.throws(() => withWeights(PROBE, new Map([[storedWeights(PROBE)[1]?.name ?? '', new Float32Array(3)]])), RangeError);
    for (const bytes of [Buffer.from('no graph'), PROBE.subarray(0, 1000), Buffer.alloc(0)]) assert.throws(() => storedWeights(bytes), RangeError);
  });
});
