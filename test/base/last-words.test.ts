import assert from 'node:assert/strict';
import { lastWords } from '../../base/last-words';

describe('what an ended process has said', () => {
  it('is its last line', () => {
    assert.equal(lastWords('a warning\nError: no such file\n\n'), 'Error: no such file');
    assert.equal(lastWords(''), '');
  });

  it('is that memory ran out, though a trace of addresses follows', () => {
    const trace = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n 1: 0xb78db3 [/usr/bin/node]\n';
    assert.match(lastWords(`<--- Last few GCs --->\n${trace}`), /^FATAL ERROR: .* out of memory$/);
    assert.match(lastWords("terminate called after throwing an instance of 'std::bad_alloc'\n  what():  x\n"), /bad_alloc/);
  });
});
