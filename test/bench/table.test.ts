import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { figuresTable } from '../../bench/table';

describe('The table of the bench', () => {
  it('gives each figure in ms, as a multiple of the yardstick, and beside its target', () => {
    const lines = figuresTable(
      [
        { name: 'noise', value: 25, target: 40 },
        { name: 'mel', value: 60, target: 40 },
        { name: 'wasm', value: null, target: 60 },
      ],
      50,
    ).split('\n');
    assert.match(lines[0] ?? '', /^ {2}noise +25\.0 +0\.500 {2}at most 40$/);
    assert.match(lines[1] ?? '', /^ {2}mel +60\.0 +1\.200 {2}at most 40: MISSED$/);
    assert.match(lines[2] ?? '', /^ {2}wasm +not here +at most 60$/);
  });
});
