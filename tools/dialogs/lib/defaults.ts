import type { Field, Fields } from '../../../nodes/lib/fields';
import { configVersionOf, renamedSettings } from '../../../nodes/lib/migrations';

const literal = (value: unknown): string => JSON.stringify(value);

/**
 * What stands between the braces of a node's `defaults`, as lines: value and validator of each setting. The version of the
 * settings is saved with them. Old names are listed as well, without a value: the editor would drop what a flow holds there.
 */
export function defaultsOf(type: string, fields: Fields): string[] {
  return [
    `name: { value: '' },`,
    ...Object.entries(fields).map(([name, field]) => {
      if (field.kind === 'text' && field.configNode !== undefined) return `${name}: { value: '', type: ${literal(field.configNode)}, required: true },`;
      const validator = validatorOf(name, field);
      return `${name}: { value: ${literal(field.default)}${validator === undefined ? '' : `, validate: ${validator}`} },`;
    }),
    `configVersion: { value: ${configVersionOf(type)} },`,
    ...[...renamedSettings(type).keys()].map((old) => `${old}: { value: undefined },`),
  ];
}

/** The call that makes a setting's validator (nodes/editor/validators.js); undefined where every text is right. */
function validatorOf(name: string, field: Field): string | undefined {
  const used = field.used === undefined ? {} : { used: `settings.used.${name}` };
  switch (field.kind) {
    case 'number': {
      const { min, max, integer, bound } = field;
      const options = { ...(integer && { whole: 'true' }), ...used, ...(bound && { bound: boundOf(bound) }) };
      return call('number', [literal(name), min, max], options);
    }
    case 'choice':
      return call('choice', [literal(name), `settings.options.${name}`], used);
    case 'flag':
      return call('flag', [literal(name)], used);
    case 'text': {
      const { pattern, dialogCheck, sentence } = field;
      if (dialogCheck !== undefined) return call('other', [`settings.checks.${dialogCheck}`, literal(sentence)], used);
      return pattern === undefined ? undefined : call('text', [String(pattern), literal(sentence)], used);
    }
    case 'other':
      return call('other', [`settings.checks.${field.dialogCheck}`, literal(field.sentence)], used);
  }
}

function boundOf({ relation, setting, times = 1, sentence }: { relation: string; setting: string; times?: number; sentence: string }): string {
  return `{ relation: '${relation}', setting: '${setting}', times: ${times}, sentence: '${sentence}' }`;
}

function call(validator: string, args: readonly (string | number)[], options: Readonly<Record<string, string>>): string {
  const given = Object.entries(options).map(([name, value]) => `${name}: ${value}`);
  return `validators.${validator}(${[...args, ...(given.length > 0 ? [`{ ${given.join(', ')} }`] : [])].join(', ')})`;
}
