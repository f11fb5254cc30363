import assert from 'node:assert/strict';

import { ALL_FIELDS } from '../../../nodes/all-fields';
import { choiceField, flagField, integerField, numberField, textField } from '../../../nodes/lib/fields';
import { readSettings } from '../../../nodes/lib/settings';
import { MEL_FIELDS, ownFeatures } from '../../../nodes/mel/settings';
import { SCORE_FIELDS } from '../../../nodes/score/settings';
import { DEFAULT_FEATURES } from '../../../pipeline/default-features';
import { phrase } from '../../../base/errors';
import { DEFAULT_TIERS } from '../../../pipeline/siamese/score';

const FIELDS = {
  share: numberField(0.5, 0, 1),
  count: integerField(3, 1, 10),
  mode: choiceField('slow', ['slow', 'fast']),
  title: textField('', { pattern: /^[a-z]*$/, expected: phrase('aPlainDeviceName') }),
  on: flagField(true),
};
const DEFAULTS = { share: 0.5, count: 3, mode: 'slow', title: '', on: true };

describe('Settings of a node', () => {
  it('are the defaults where a flow of an older version lacks them', () => {
    assert.deepEqual(readSettings(FIELDS, {}), DEFAULTS);
    assert.deepEqual(readSettings(FIELDS, { share: '', count: null }), DEFAULTS);
  });

  it('are numbers and flags, also where the editor saved text', () => {
    const saved = { share: '0.25', count: '7', mode: 'fast', title: 'abc', on: 'false', unknown: 'x' };
    assert.deepEqual(readSettings(FIELDS, saved), { share: 0.25, count: 7, mode: 'fast', title: 'abc', on: false });
  });

  const WRONG = { share: ['1.01', -1, 'much', NaN, [], true], count: [2.5, 0, '11'], mode: ['medium', 3], title: ['A', 7], on: ['perhaps', 1] };
  for (const [name, values] of Object.entries(WRONG)) {
    it(`are refused by name where ${name} can't be used`, () => {
      for (const value of values) {
        assert.throws(() => readSettings(FIELDS, { [name]: value }), (error: Error) => {
          assert.equal((error as Error & { code: string }).code, 'PRON_BAD_SETTING');
          assert.match(error.message, new RegExp(`setting ${name} `));
          return true;
        }, `${name}: ${String(value)}`);
      }
    });
  }

  it('of every node are complete by default', () => {
    for (const fields of Object.values(ALL_FIELDS)) {
      const settings = readSettings(fields, {});
      assert.deepEqual(Object.keys(settings), Object.keys(fields));
    }
  });
});

describe('Settings of the mel node', () => {
  const own = (settings: object) => ownFeatures(readSettings(MEL_FIELDS, settings));

  it('are what the default model needs, if nothing is changed', () => {
    assert.deepEqual(own({}), DEFAULT_FEATURES);
  });

  it('become the parameters of the spectrogram', () => {
    const { trimDb, picture, fftSize } = own({ trim: false, picture: 'gray', fftSize: '1024' });
    assert.deepEqual([trimDb, picture, fftSize], [null, 'gray', 1024]);
  });

  for (const [name, settings] of Object.entries({
    windowLength: { windowLength: 600, fftSize: '512' },
    fMax: { fMax: 7601, sampleRate: 15200 },
    fMin: { fMin: 4000, fMax: 4000 },
  })) {
    it(`are refused where ${name} contradicts another one`, () => {
      assert.throws(() => own({ source: 'own', ...settings }), new RegExp(`setting ${name} `));
      assert.doesNotThrow(() => own(settings), 'a model\'s settings are used');
    });
  }
});

describe('Settings of the score node', () => {
  const tiersOf = (tiers: unknown) => readSettings(SCORE_FIELDS, { tiers }).tiers;

  it('hold the tiers of the raters\' scale by default', () => {
    assert.deepEqual(tiersOf(undefined), DEFAULT_TIERS);
  });

  it('take any tiers with a bound, a name and a known colour', () => {
    assert.deepEqual(tiersOf([{ from: '40', name: 'so so', colour: 'orange' }]), [{ from: 40, name: 'so so', colour: 'orange' }]);
  });

  it('refuse a tier without a bound, a name or a known colour', () => {
    const right = { from: 0, name: 'x', colour: 'red' };
    for (const wrong of [{ from: '' }, { from: 101 }, { from: 'a' }, { name: ' ' }, { name: 1 }, { colour: 'pink' }]) {
      assert.throws(() => tiersOf([right, { ...right, ...wrong }]), { code: 'PRON_BAD_SETTING' });
    }
    for (const wrong of [[], {}, 'x', [null]]) assert.throws(() => tiersOf(wrong), { code: 'PRON_BAD_SETTING' });
  });

  it('take a plain name of a model only', () => {
    for (const model of ['../default', 'a/b', '', '.hidden', 'x y']) {
      assert.throws(() => readSettings(SCORE_FIELDS, { model }), { code: 'PRON_BAD_SETTING' });
    }
    assert.equal(readSettings(SCORE_FIELDS, { model: 'ko-v2.1' }).model, 'ko-v2.1');
  });
});
