import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { ALL_FIELDS } from '../../nodes/all-fields';
import { catalogueOf } from '../support/catalogue';
import { editorDefinition, editorNode, freshNode } from '../support/editor';

for (const type of Object.keys(ALL_FIELDS)) {
  describe(`The dialog of ${type}`, () => {
    const definition = editorDefinition(type);

    it('is valid when it comes from the palette, in both languages', () => {
      for (const language of ['en-US', 'ko']) {
        const node = freshNode(type, language);
        for (const [name, { value, validate }] of Object.entries(definition.defaults)) {
          assert.equal(validate?.call(node, value, {}) ?? true, true, name);
        }
      }
    });

    it('opens a node clean that has no setting at all, as an older version may have saved it', () => {
      const node = editorNode(type, {});
      for (const [name, { validate }] of Object.entries(definition.defaults)) {
        assert.ok(validate === undefined || validate.length === 2, 'the editor shows sentences of validators with two parameters');
        assert.equal(validate?.call(node, undefined, {}) ?? true, true, name);
      }
    });

    it('has a label for every port', () => {
      const node = freshNode(type);
      if (definition.inputs > 0) assert.ok(definition.inputLabels?.call(node));
      for (let port = 0; port < definition.outputs; port++) assert.match(definition.outputLabels.call(node, port), /^\w/);
    });

    it('is listed under pronunciation with its own name, or the one that the user gives', () => {
      const node = freshNode(type);
      assert.equal(definition.category, 'pronunciation');
      const { paletteLabel } = catalogueOf(type, 'en-US') as { readonly paletteLabel: string };
      assert.equal(definition.paletteLabel.call(node), paletteLabel);
      assert.equal(definition.label.call(node), paletteLabel);
      assert.equal(definition.label.call({ ...node, name: 'mine' }), 'mine');
    });

    it('has a white icon of two by three', () => {
      const file = join(packageRoot(), 'icons', definition.icon);
      assert.ok(existsSync(file), file);
      const svg = readFileSync(file, 'utf8');
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
      assert.equal(Number(width) / Number(height), 2 / 3);
      assert.deepEqual([...new Set(svg.match(/#[0-9a-f]{3,6}/gi))], ['#fff']);
    });
  });
}

/** What the dialog says of one setting of a node that has these values. */
function verdict(type: string, name: string, values: Record<string, unknown>): unknown {
  return editorDefinition(type).defaults[name]?.validate?.call({ ...freshNode(type), ...values }, values[name], {});
}

describe('The dialog of pron-mel', () => {
  it('says which two settings of one\'s own contradict each other', () => {
    const own = (name: string, values: object) => String(verdict('pron-mel', name, { source: 'own', ...values }));
    assert.match(own('windowLength', { fftSize: '256', windowLength: 400 }), /window/);
    assert.match(own('fMax', { sampleRate: 8000, fMax: 7600 }), /half the sample rate/);
    assert.match(own('fMin', { fMin: 5000, fMax: 4000 }), /below/);
    assert.equal(verdict('pron-mel', 'windowLength', { source: 'model', fftSize: '256', windowLength: 400 }), true);
  });
});

describe('The dialog of pron-tts', () => {
  it('asks for a text, but not where a recording is played', () => {
    assert.match(String(verdict('pron-tts', 'text', { textType: 'str', text: ' ' })), /^The text must/);
    assert.equal(verdict('pron-tts', 'text', { textType: 'str', text: ' ', engine: 'recording' }), true);
  });

  it('asks for a voice file with piper', () => {
    assert.match(String(verdict('pron-tts', 'voice', { engine: 'piper', voice: 'ko' })), /\.onnx/);
    assert.equal(verdict('pron-tts', 'voice', { engine: 'espeak-ng', voice: 'ko' }), true);
  });
});

describe('The dialog of pron-score', () => {
  it('asks for tiers with a bound, a name and a known colour', () => {
    const tier = { from: 10, name: 'a', colour: 'red' };
    assert.equal(verdict('pron-score', 'tiers', { tiers: [tier, { ...tier, from: '12' }] }), true);
    for (const wrong of [[], 'x', [{ ...tier, from: '' }], [{ ...tier, from: 101 }], [{ ...tier, name: ' ' }], [{ ...tier, colour: 'pink' }]]) {
      assert.match(String(verdict('pron-score', 'tiers', { tiers: wrong })), /at least one tier/);
    }
  });
});

describe('A node that an older version saved', () => {
  const loaded = (type: string, saved: object): Record<string, unknown> => {
    const node = { ...saved, type, _def: editorDefinition(type) };
    editorDefinition(type).load(node);
    const { _def, ...values } = node;
    return values;
  };

  it('has its settings under their new names when the editor has loaded it', () => {
    assert.deepEqual(loaded('pron-score', { sessions: '70' }), { type: 'pron-score', maxSessions: '70', configVersion: 2 });
    assert.deepEqual(loaded('pron-time', { sessions: 7, mode: 'ratio' }), { type: 'pron-time', maxSessions: 7, mode: 'ratio', configVersion: 2 });
  });

  it('keeps what the editor has filled in only where it had nothing of its own', () => {
    const imported = { sessions: 70, maxSessions: 50, configVersion: 2 };
    assert.deepEqual(loaded('pron-score', imported), { type: 'pron-score', maxSessions: 70, configVersion: 2 });
  });

  it('gets the current version, and nothing else where nothing was renamed', () => {
    assert.deepEqual(loaded('pron-gain', { gainDb: 3 }), { type: 'pron-gain', gainDb: 3, configVersion: 1 });
  });

  it('is saved with its old settings until then: the editor drops what defaults does not list', () => {
    const { defaults } = editorDefinition('pron-score');
    assert.ok('sessions' in defaults);
    assert.equal(defaults.sessions?.value, undefined);
  });
});
