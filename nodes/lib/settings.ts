import { shown } from '../../base/describe';
import { phrase, PronError, type Phrase } from '../../base/errors';

/** Holds where each setting that is named has one of the values. */
export type Condition = Readonly<Record<string, readonly unknown[]>>;

/** What any field may have. */
interface AnyField {
  /** The setting is used where one of these holds; without them always. A wrong value elsewhere is no error. */
  readonly used?: readonly Condition[];
}

/** A number within limits; the editor saves it as a number or as its text. */
export interface NumberField extends AnyField {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

/** One of a few words. */
export interface ChoiceField<Option extends string = string> extends AnyField {
  readonly kind: 'choice';
  readonly default: Option;
  readonly options: readonly Option[];
}

/** Free text; where there is a pattern the whole text must match it. */
export interface TextField extends AnyField {
  readonly kind: 'text';
  readonly default: string;
  readonly pattern?: RegExp;
  /** Ends the sentence "it must be ...". */
  readonly expected?: Phrase;
}

export interface FlagField extends AnyField {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** Anything else: `read` returns the normalised value, or undefined where it can't be one. */
export interface OtherField<Value = unknown> extends AnyField {
  readonly kind: 'other';
  readonly default: Value;
  readonly expected: Phrase;
  readonly read: (value: unknown) => Value | undefined;
}

export type Field = NumberField | ChoiceField | TextField | FlagField | OtherField;
export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F extends Field> = F extends NumberField
  ? number
  : F extends ChoiceField<infer Option>
    ? Option
    : F extends TextField
      ? string
      : F extends FlagField
        ? boolean
        : F extends OtherField<infer Value>
          ? Value
          : never;

/** Longest text of a setting, characters: more than any path or sentence needs. */
export const MAX_TEXT = 10_000;

/** The normalised settings of a node: every field present, of its type and within its limits. */
export type Settings<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

export function numberField(initial: number, min: number, max: number): NumberField {
  return { kind: 'number', default: initial, min, max, integer: false };
}

export function integerField(initial: number, min: number, max: number): NumberField {
  return { kind: 'number', default: initial, min, max, integer: true };
}

export function choiceField<const Option extends string>(
  initial: NoInfer<Option>,
  options: readonly Option[],
): ChoiceField<Option> {
  return { kind: 'choice', default: initial, options };
}

export function textField(initial: string, pattern?: RegExp, expected?: Phrase): TextField {
  return {
    kind: 'text',
    default: initial,
    ...(pattern === undefined ? {} : { pattern }),
    ...(expected === undefined ? {} : { expected }),
  };
}

export function flagField(initial: boolean): FlagField {
  return { kind: 'flag', default: initial };
}

/** The same field, used only where one of the conditions holds; the dialogs hide it elsewhere. */
export function usedWhere<F extends Field>(field: F, ...used: readonly Condition[]): F {
  return { ...field, used };
}

/**
 * What the editor saved (numbers as text, fields that an older version did not have) as one typed object.
 * A field that is missing, or emptied and no text, takes its default, so that old flows go on working.
 * Throws PRON_BAD_SETTING that names the first field that is used and can't be.
 */
export function readSettings<F extends Fields>(fields: F, config: object): Settings<F> {
  const saved = config as Readonly<Record<string, unknown>>; // a node's definition is a plain object
  const entries = Object.entries(fields).map(([name, field]) => [name, readField(fields, field, name, saved)]);
  return Object.fromEntries(entries) as Settings<F>; // built from the same fields, key by key
}

function readField(fields: Fields, field: Field, name: string, saved: Readonly<Record<string, unknown>>): unknown {
  const value = saved[name];
  if (value === undefined || value === null || (value === '' && field.kind !== 'text')) return field.default;
  const usable = acceptedValue(field, value);
  if (usable !== undefined) return usable;
  if (!isUsed(fields, field, saved)) return field.default;
  throw badSetting(name, value, expectationOf(field));
}

function isUsed(fields: Fields, field: Field, saved: Readonly<Record<string, unknown>>): boolean {
  const valueOf = (name: string): unknown => {
    const decider = fields[name];
    return decider === undefined ? undefined : (acceptedValue(decider, saved[name]) ?? decider.default);
  };
  const holds = (condition: Condition): boolean =>
    Object.entries(condition).every(([name, values]) => values.includes(valueOf(name)));
  return field.used?.some(holds) ?? true;
}

/** PRON_BAD_SETTING for a value of any type; `expected` ends the sentence "it must be ...". */
export function badSetting(setting: string, value: unknown, expected: Phrase): PronError {
  return new PronError('PRON_BAD_SETTING', { setting, value: shown(value ?? undefined), expected });
}

/** The normalised value, or undefined where `value` does not fit the field. */
export function acceptedValue(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'number':
      return acceptedNumber(field, value);
    case 'choice':
      return field.options.find((option) => option === value);
    case 'text':
      return typeof value === 'string' && value.length <= MAX_TEXT && (field.pattern?.test(value) ?? true) ? value : undefined;
    case 'flag':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
    case 'other':
      return field.read(value);
  }
}

function acceptedNumber(field: NumberField, value: unknown): number | undefined {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number) || number < field.min || number > field.max) return undefined;
  return field.integer && !Number.isInteger(number) ? undefined : number;
}

function expectationOf(field: Field): Phrase {
  switch (field.kind) {
    case 'number':
      return phrase(field.integer ? 'wholeFromTo' : 'fromTo', { min: field.min, max: field.max });
    case 'choice':
      return phrase('oneOf', { options: field.options.join(', ') });
    case 'flag':
      return phrase('trueOrFalse');
    default:
      return field.expected ?? phrase('aText');
  }
}
