import assert from 'node:assert/strict';

import { createPinCheck } from '../../../nodes/lib/pin-check';

describe("A teacher's PIN", () => {
  let now: number;
  const codeOf = (check: () => void): string => {
    try {
      check();
      return 'right';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  beforeEach(() => {
    now = 1_000_000;
  });

  it('lets a guesser try only a few hundred of a million PINs in a school day', () => {
    const check = createPinCheck('999999', () => now);
    let looked = 0;
    for (let second = 0; second < 6 * 3600; second++) {
      now += 1000;
      if (codeOf(() => check(String(second), `guesser ${second}`)) === 'PRON_CLASS_PIN') looked++;
    }
    assert.ok(looked > 3 && looked < 400, `${looked} PINs`);
  });

  it('refuses even the right PIN of a stranger during the pause, so that the pause can\'t be told apart from a wrong PIN', () => {
    const check = createPinCheck('1234', () => now);
    for (let i = 0; i < 3; i++) assert.equal(codeOf(() => check('0', 'x')), 'PRON_CLASS_PIN');
    assert.equal(codeOf(() => check('1234', 'y')), 'PRON_CLASS_GUESSES');
    now += 1000;
    assert.equal(codeOf(() => check('1234', 'y')), 'right');
  });

  it('takes a page that gives none for no guesser, and tells it whether there is one', () => {
    const check = createPinCheck('1234', () => now);
    for (let i = 0; i < 10; i++) assert.equal(codeOf(() => check(undefined, 'x')), 'PRON_CLASS_PIN');
    assert.equal(codeOf(() => check('1234', 'x')), 'right');
    assert.equal(codeOf(() => createPinCheck('', () => now)(undefined, 'x')), 'PRON_CLASS_NO_PIN');
  });

  it('keeps a teacher in who has given it before, while others guess', () => {
    const check = createPinCheck('1234', () => now);
    check(1234, 'teacher');
    for (let i = 0; i < 10; i++) codeOf(() => check('0', 'x'));
    assert.equal(codeOf(() => check('1234', 'teacher')), 'right');
    assert.equal(codeOf(() => check('1234', undefined)), 'PRON_CLASS_GUESSES');
    assert.equal(codeOf(() => check('1', 'teacher')), 'PRON_CLASS_PIN');
    assert.equal(codeOf(() => check('1234', 'teacher')), 'PRON_CLASS_GUESSES', 'a known session can guess once only');
  });

  it('forgives wrong PINs after ten quiet minutes', () => {
    const check = createPinCheck('1234', () => now);
    for (let i = 0; i < 5; i++) codeOf(() => check('0', 'x'));
    now += 10 * 60_000 + 1;
    for (let i = 0; i < 2; i++) assert.equal(codeOf(() => check('0', 'x')), 'PRON_CLASS_PIN');
    assert.equal(codeOf(() => check('1234', 'x')), 'right');
  });
});
