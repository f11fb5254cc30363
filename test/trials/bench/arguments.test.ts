import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PARTS, readArguments } from '../../../trials/bench/arguments';

const BOARDS = ['pi4', 'zero2w'];

describe('The arguments of the bench', () => {
  it('are the whole bench for people where there are none', () => {
    assert.deepEqual(readArguments([], BOARDS), { record: false, short: false, json: false, check: false, help: false, budget: null, parts: PARTS });
  });

  it('are read in any order', () => {
    const found = readArguments(['--budget', 'zero2w', '--only', 'flow, stages', '--check', '--json', '--short'], BOARDS);
    assert.deepEqual(found, { record: false, short: true, json: true, check: true, help: false, budget: 'zero2w', parts: ['flow', 'stages'] });
  });

  for (const [args, message] of [
    [['--budget', 'pi7'], /no budget for "pi7": use one of pi4, zero2w/],
    [['--budget', 'constructor'], /no budget for "constructor"/],
    [['--only', 'stages,everything'], /"everything" is no part of the bench: use stages, engines, ear, flow/],
    [['--fast'], /--fast/],
    [['pi4'], /pi4/],
  ] as const) {
    it(`are refused by name: ${args.join(' ')}`, () => {
      assert.throws(() => readArguments(args, BOARDS), message);
    });
  }
});
