import { shown } from '../../base/describe';
import { PronError, type Phrase } from '../../base/errors';
import { acceptedValue, type Field, type Fields, type Settings } from './fields';
import { migrated } from './migrations';

/**
 * Converts the settings that the editor saved to one typed object. They may have numbers as text, old names, and no value for
 * newer fields. A missing field gets its default, so that old flows still work. So does an empty field, unless it is a text.
 * @throws PronError PRON_BAD_SETTING for the first field that is used and has a wrong value
 */
export function readSettings<F extends Fields>(fields: F, config: object): Settings<F> {
  const saved = migrated(config);
  const settings = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, readField(fields, field, name, saved)]));
  for (const [name, field] of Object.entries(fields)) checkBound(fields, field, name, settings);
  return settings as Settings<F>; // built from the same fields, key by key
}

type Saved = Readonly<Record<string, unknown>>;

function readField(fields: Fields, field: Field, name: string, saved: Saved): unknown {
  const value = saved[name];
  if (value === undefined || value === null || (value === '' && field.kind !== 'text')) return field.default;
  const usable = acceptedValue(field, value);
  if (usable !== undefined) return usable;
  if (!isUsed(fields, field, saved)) return field.default;
  throw badSetting(name, value, field.expected);
}

function isUsed(fields: Fields, field: Field, saved: Saved): boolean {
  const valueOf = (name: string): unknown => {
    const decider = fields[name];
    return decider === undefined ? undefined : (acceptedValue(decider, saved[name]) ?? decider.default);
  };
  return field.used?.some((condition) => Object.entries(condition).every(([name, values]) => values.includes(valueOf(name)))) ?? true;
}

/** @throws PronError PRON_BAD_SETTING if a setting that is used contradicts another one */
function checkBound(fields: Fields, field: Field, name: string, settings: Saved): void {
  if (field.kind !== 'number' || field.bound === undefined || !isUsed(fields, field, settings)) return;
  const { relation, setting, times = 1, expected } = field.bound;
  const [value, limit] = [Number(settings[name]), times * Number(settings[setting])];
  if (relation === 'below' ? value >= limit : value > limit) throw badSetting(name, value, expected(limit));
}

/** PRON_BAD_SETTING for a value of any type. `expected` ends the sentence "it must be ...". */
export function badSetting(setting: string, value: unknown, expected: Phrase): PronError {
  return new PronError('PRON_BAD_SETTING', { setting, value: shown(value ?? undefined), expected });
}
