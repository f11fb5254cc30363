import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { packageRoot } from '../../base/package-root';
import { acceptedValue, choiceField, flagField, integerField, numberField, textField, type Fields } from '../../nodes/lib/fields';
import { readSettings } from '../../nodes/lib/settings';
import { defaultsOf } from '../../tools/dialogs/lib/defaults';
import { dialogOf } from '../../tools/dialogs/lib/dialog';
import { rowsOf } from '../../tools/dialogs/lib/rows';
import { settingsScript } from '../../tools/dialogs/lib/settings-script';
import { OUR_NODES } from '../support/our-nodes';

const SLOW = [{ mode: ['slow'] }];
const FIELDS = {
  mode: choiceField('slow', ['slow', 'fast'], { group: 'a', icon: 'book' }),
  share: numberField(0.5, 0, 1, { group: 'a', icon: 'tint', unit: '%', used: SLOW }),
  count: integerField(3, 1, 10, { group: 'b', icon: 'bars', unit: 'unit.things' }),
  title: textField('x', { pattern: /^[a-z]*$/, sentence: 'invalid.title', group: 'b', icon: 'tag', piece: 'list', followedBy: 'button' }),
  on: flagField(true, { group: 'b', icon: 'adjust', used: SLOW }),
  hidden: textField(''),
} satisfies Fields;
const PIECES = new Map([['list', ['<div id="list"></div>']], ['button', ['<button>']]]);

type Validate = (this: object, value: unknown, options: object) => boolean | string;

/** What the build makes of the fields, run as the editor runs it. */
function editorDefaults(): Record<string, { value: unknown; validate?: Validate }> {
  const shared = ['conditions.js', 'validators.js'].map((name) => readFileSync(join(packageRoot(), 'nodes', 'editor', name), 'utf8'));
  const script = [settingsScript('test', FIELDS), ...shared, '({', ...defaultsOf('test', FIELDS), '})'].join('\n');
  return runInNewContext(script) as Record<string, { value: unknown; validate?: Validate }>;
}

const VALUES = ['slow', 'fast', 'other', '', 'A', 'ab', 0, 1, 3, 2.5, '0.25', '7', '11', -1, 1.01, NaN, Infinity, true, false, 'yes', {}, []];

describe('The dialog that is made of a node\'s settings', () => {
  const defaults = editorDefaults();
  const nodeWith = (values: object): object => ({ _def: { defaults }, _: (key: string) => key, ...values });

  for (const [name, field] of Object.entries(FIELDS)) {
    it(`takes and refuses the same values of a ${field.kind} as the runtime: ${name}`, () => {
      for (const value of VALUES) {
        // The editor itself turns the text of an input for a flag or an emptied field into nothing else.
        if (field.kind === 'flag' && typeof value === 'string') continue;
        if (field.kind === 'text' && typeof value !== 'string') continue;
        const verdict = defaults[name]?.validate?.call(nodeWith({ mode: 'slow', [name]: value }), value, {}) ?? true;
        assert.equal(verdict === true, acceptedValue(field, value) !== undefined, `${JSON.stringify(value)}: ${String(verdict)}`);
      }
    });
  }

  it('starts with the defaults of the table, and saves the version of the settings', () => {
    const values = Object.entries(defaults).map(([name, { value }]) => [name, value]);
    assert.deepEqual(Object.fromEntries(values), { name: '', ...readSettings(FIELDS, {}), configVersion: 1 });
  });

  it('minds a wrong value only where it is used, as the runtime does', () => {
    const verdictOn = (mode: string): unknown => defaults.share?.validate?.call(nodeWith({ mode, share: 5 }), 5, {});
    assert.equal(verdictOn('slow'), 'validate.number');
    assert.throws(() => readSettings(FIELDS, { mode: 'slow', share: 5 }), { code: 'PRON_BAD_SETTING' });
    assert.equal(verdictOn('fast'), true);
    assert.equal(readSettings(FIELDS, { mode: 'fast', share: 5 }).share, 0.5);
  });

  it('has a row for each setting that belongs to a group, under the group\'s heading', () => {
    const rows = rowsOf(FIELDS, PIECES).join('\n');
    const found = [...rows.matchAll(/<legend data-i18n="([^"]+)"|<(?:input|select)[^>]*id="node-input-(\w+)"/g)].map(([, group, name]) => group ?? name);
    assert.deepEqual(found, ['name', 'group.a', 'mode', 'share', 'group.b', 'count', 'title', 'on']);
  });

  it('limits number inputs, translates units and options, and puts hand-made pieces where the table asks for them', () => {
    const rows = rowsOf(FIELDS, PIECES).join('\n');
    assert.match(rows, /id="node-input-share" min="0" max="1" step="any">\n.*<span>%<\/span>/);
    assert.match(rows, /id="node-input-count" min="1" max="10">\n.*<span data-i18n="unit\.things">/);
    assert.match(rows, /<option value="fast" data-i18n="mode\.fast">/);
    assert.match(rows, /id="node-input-title"[^>]*>\n\s*<div id="list"><\/div>\n\s*<\/div>\n\s*<button>/);
  });

  it('can\'t be made with a piece that is missing, or that no setting asks for', () => {
    assert.throws(() => rowsOf(FIELDS, new Map()), /no piece list/);
    assert.throws(() => rowsOf(FIELDS, new Map([...PIECES, ['more', ['<p>']]])), /piece more/);
  });

  it('is one whole file that registers its node by literals, as a scorecard reads them, and loads no other script', () => {
    for (const type of OUR_NODES) {
      const html = dialogOf(type);
      const registration = html.slice(html.indexOf(`RED.nodes.registerType('${type}', {`));
      for (const literal of [/category: '\w+',/, /color: '#\w{6}',/, /icon: '[\w-]+\.svg',/, /inputs: [01],/, /outputs: [012],/, /defaults: \{\s*name: \{/]) {
        assert.match(registration, literal, type);
      }
      assert.doesNotMatch(html, /<script[^>]* src=|@include|@common|@piece/);
    }
  });
});
