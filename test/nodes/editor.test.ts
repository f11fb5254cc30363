import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { acceptedValue, readSettings, type Field, type Fields } from '../../nodes/lib/settings';
import { GAIN_FIELDS } from '../../nodes/gain/settings';
import { MEL_FIELDS } from '../../nodes/mel/settings';
import { MIC_FIELDS } from '../../nodes/mic/settings';
import { NOISE_FIELDS } from '../../nodes/noise/settings';
import { PLAY_FIELDS } from '../../nodes/play/settings';
import { SCORE_FIELDS } from '../../nodes/score/settings';
import { TIME_FIELDS } from '../../nodes/time/settings';
import { TTS_FIELDS } from '../../nodes/tts/settings';
import { VAD_FIELDS } from '../../nodes/vad/settings';
import { DEFAULT_TIERS, ORIGINAL_TIERS } from '../../pipeline/siamese/score';
import { editorDefinition, editorNode, editorSource, freshNode } from '../support/editor';

const FIELDS: Record<string, Fields> = {
  'pron-mic': MIC_FIELDS,
  'pron-tts': TTS_FIELDS,
  'pron-gain': GAIN_FIELDS,
  'pron-noise': NOISE_FIELDS,
  'pron-vad': VAD_FIELDS,
  'pron-time': TIME_FIELDS,
  'pron-mel': MEL_FIELDS,
  'pron-score': SCORE_FIELDS,
  'pron-play': PLAY_FIELDS,
};

const DEVICES = [
  'plughw:CARD=Device,DEV=0', 'hw:1,0', 'bluealsa:DEV=00:11:22:33:44:55,PROFILE=sco', "file:'|reboot',raw", 'tee:a,b,raw', 'plug:file', '-t', 'a\n',
  'pulse:SERVER=there', 'a:b:c',
];
const FILE_NAMES = ['my class.json', '김 선생.json', '../a.json', 'b/a.json', 'b\\a.json', 'C:a.json', '.a.json', '.json', 'a.json.js'];

/** Values around the limits of a field, right ones and wrong ones. */
function samplesOf(field: Field): unknown[] {
  switch (field.kind) {
    case 'number': {
      const { min, max } = field;
      const step = field.integer ? 1 : (max - min) / 1e6;
      return [min, max, String(max), min - step, max + step, (min + max) / 2 + 0.25, 'x', NaN, Infinity];
    }
    case 'choice':
      return [...field.options, 'other', 5];
    case 'flag':
      return [true, false, 3, 'perhaps'];
    case 'text':
      return [field.default, 'a', 'A-1.x_y', '_a', '-a', '../a', 'a b', '.a', ...FILE_NAMES, ...DEVICES];
    case 'other': {
      const tier = { from: 10, name: 'a', colour: 'red' };
      return [
        field.default, [], [tier], [{ ...tier, from: '12' }], [{ ...tier, from: '' }], [{ ...tier, from: 101 }],
        [{ ...tier, name: ' ' }], [{ ...tier, colour: 'pink' }], 'x', {},
      ];
    }
  }
}

/** Choices under which a field is used. */
function whereUsed({ used }: Field): Record<string, unknown> {
  return Object.fromEntries(Object.entries(used?.[0] ?? {}).map(([name, [value]]) => [name, value]));
}

/** All combinations of the choices that decide whether a field is used. */
function combinations(fields: Fields, { used = [] }: Field): Record<string, unknown>[] {
  const deciders = [...new Set(used.flatMap(Object.keys))];
  return deciders.reduce<Record<string, unknown>[]>((all, name) => {
    const decider = fields[name];
    const options = decider?.kind === 'choice' ? decider.options : [true, false];
    return all.flatMap((one) => options.map((option) => ({ ...one, [name]: option })));
  }, [{}]);
}

for (const [type, fields] of Object.entries(FIELDS)) {
  describe(`The dialog of ${type}`, () => {
    const definition = editorDefinition(type);

    it('saves the settings that the runtime reads, with the same defaults', () => {
      const { name: _name, ...defaults } = definition.defaults;
      const values = Object.entries(defaults).map(([name, { value }]) => [name, value]);
      const expected = Object.entries(fields).map(([name, field]) => [name, field.default]);
      assert.deepEqual(Object.fromEntries(values), Object.fromEntries(expected));
    });

    for (const [name, field] of Object.entries(fields)) {
      it(`accepts and refuses the same values for ${name} as the runtime, and says why`, () => {
        const { validate } = definition.defaults[name] ?? {};
        if (validate === undefined) {
          assert.ok(samplesOf(field).every((value) => acceptedValue(field, value) !== undefined), 'nothing can be wrong');
          return;
        }
        assert.ok(validate.length === 2, 'the editor shows sentences of validators with two parameters');
        const node = editorNode(type, whereUsed(field));
        for (const value of samplesOf(field)) {
          const verdict: boolean | string = validate.call(node, value, {});
          assert.equal(verdict === true, acceptedValue(field, value) !== undefined, `${JSON.stringify(value)}: ${String(verdict)}`);
          if (verdict !== true) assert.match(String(verdict), /^[A-Z].* must /);
        }
        assert.equal(validate.call(node, undefined, {}), true, 'a flow of an older version opens clean');
      });
    }

    for (const [name, field] of Object.entries(fields).filter(([, { used }]) => used !== undefined)) {
      it(`minds a wrong ${name} only where the runtime uses it`, () => {
        const wrong = samplesOf(field).find((value) => acceptedValue(field, value) === undefined);
        const { validate } = definition.defaults[name] ?? {};
        if (wrong === undefined) {
          assert.equal(validate?.call(editorNode(type, {}), 'anything', {}) ?? true, true, 'nothing can be wrong');
          return;
        }
        const verdicts = combinations(fields, field).map((choices) => {
          const values = { ...choices, [name]: wrong };
          const isWrong = validate?.call(editorNode(type, values), wrong, {}) !== true;
          const refuses = (): unknown => readSettings(fields, values);
          if (isWrong) assert.throws(refuses, { code: 'PRON_BAD_SETTING' }, JSON.stringify(choices));
          else assert.deepEqual(refuses(), readSettings(fields, choices), JSON.stringify(choices));
          return isWrong;
        });
        assert.deepEqual([...new Set(verdicts)].sort(), [false, true]);
      });
    }

    it('is valid when it comes from the palette, in both languages', () => {
      for (const language of ['en-US', 'ko']) {
        const node = freshNode(type, language);
        for (const [name, { value, validate }] of Object.entries(definition.defaults)) {
          assert.equal(validate?.call(node, value, {}) ?? true, true, name);
        }
      }
    });

    it('has an input for every setting, and a label for every port', () => {
      const html = editorSource(type);
      for (const name of Object.keys(definition.defaults)) {
        assert.match(html, new RegExp(`id="(node-input|${type})-${name}"`), name);
      }
      const node = freshNode(type);
      assert.ok(definition.inputLabels?.call(node));
      for (let port = 0; port < definition.outputs; port++) assert.match(definition.outputLabels.call(node, port), /^\w/);
    });

    it('limits its number inputs as the settings do', () => {
      for (const [name, field] of Object.entries(fields)) {
        if (field.kind !== 'number') continue;
        const input = new RegExp(`id="node-input-${name}"[^>]*`).exec(editorSource(type))?.[0] ?? '';
        const [min, max] = ['min', 'max'].map((limit) => Number(new RegExp(`${limit}="([^"]*)"`).exec(input)?.[1]));
        assert.deepEqual([min, max], [field.min, field.max], name);
        assert.equal(input.includes('step="any"'), !field.integer, `${name}: fractions`);
      }
    });

    it('is listed under pronunciation with its own name, or the one that the user gives', () => {
      const node = freshNode(type);
      assert.equal(definition.category, 'pronunciation');
      assert.equal(definition.paletteLabel.call(node), type.replace('pron-', ''));
      assert.equal(definition.label.call(node), type.replace('pron-', ''));
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

describe('The dialog of pron-score', () => {
  it('offers the tiers of the raters\' scale and of the original program', () => {
    const source = editorSource('pron-score');
    const list = (name: string): string[] => [...(new RegExp(`${name} = \\[(.*?)\\]`).exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, word = '']) => word);
    const [names, colours] = [list('NAMES'), list('COLOURS')];
    for (const [preset, tiers] of [['raters', DEFAULT_TIERS], ['original', ORIGINAL_TIERS]] as const) {
      const bounds = new RegExp(`${preset}: tiersAt\\(\\[(.*?)\\]`).exec(source)?.[1]?.split(',').map(Number) ?? [];
      assert.deepEqual(bounds.map((from, i) => ({ from, name: names[i], colour: colours[i] })), tiers);
    }
  });
});

describe('The dialog of pron-mel', () => {
  it('says which two settings of one\'s own contradict each other', () => {
    const { defaults } = editorDefinition('pron-mel');
    const node = (values: Record<string, unknown>, name: string) =>
      defaults[name]?.validate?.call({ ...freshNode('pron-mel'), ...values }, values[name], {});
    assert.match(String(node({ source: 'own', fftSize: '256', windowLength: 400 }, 'windowLength')), /window/);
    assert.match(String(node({ source: 'own', sampleRate: 8000, fMax: 7600 }, 'fMax')), /half the sample rate/);
    assert.match(String(node({ source: 'own', fMin: 5000, fMax: 4000 }, 'fMin')), /below/);
    assert.equal(node({ source: 'model', fftSize: '256', windowLength: 400 }, 'windowLength'), true);
  });
});
