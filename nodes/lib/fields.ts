import * as v from 'valibot';

import { phrase, type Phrase } from '../../base/errors';

/** True if each named setting has one of the listed values. */
export type Condition = Readonly<Record<string, readonly unknown[]>>;

/**
 * How the dialog shows a setting. The texts are in the node's catalogue under the setting's name: `label.NAME`, `help.NAME`
 * and, for the options of a choice, `NAME.OPTION`.
 */
export interface Shown {
  /** The heading above the row: `group.KEY` of the catalogue. A setting without a group has no row. */
  readonly group?: string;
  /** Name of a Font Awesome 4 icon, without `fa-`. */
  readonly icon?: string;
  /** Shown after the input: a unit, or a key of the catalogue, which has a dot (`unit.samples`). */
  readonly unit?: string;
  /** Key of the text that an empty input shows. */
  readonly placeholder?: string;
  /** A narrow input. The options of a narrow choice are shown without translation. */
  readonly narrow?: true;
  /** Markup in the node's .html that is shown below the input, or replaces the row for a setting of kind `other`. */
  readonly piece?: string;
  /** Markup in the node's .html that follows the row and holds no setting. */
  readonly followedBy?: string;
  /** The setting is used and shown if one of these conditions holds, or if there are none. A wrong value in an unused setting
   *  is not an error. */
  readonly used?: readonly Condition[];
}

interface AnyField<Value> extends Shown {
  readonly default: Value;
  /** Validates the value that the editor saved, and converts it. */
  readonly schema: v.GenericSchema<unknown, Value>;
  /** Ends the sentence "it must be ...". */
  readonly expected: Phrase;
}

/** A limit that depends on the value of another setting. */
export interface Bound {
  readonly relation: 'atMost' | 'below';
  readonly setting: string;
  /** Factor on the other setting's value; 1 without it. */
  readonly times?: number;
  /** Key of the sentence in the dialog. */
  readonly sentence: string;
  /** Ends the sentence "it must be ..." of the runtime. */
  readonly expected: (limit: number) => Phrase;
}

/** A number within limits. The editor saves it as a number or as text. */
export interface NumberField extends AnyField<number> {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly bound?: Bound;
}

/** One of a few options. */
export interface ChoiceField<Option extends string = string> extends AnyField<Option> {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

/** Free text. If there is a pattern, the whole text must match it. */
export interface TextField extends AnyField<string> {
  readonly kind: 'text';
  readonly pattern?: RegExp;
  /** Key of the dialog's sentence about a text that does not match. */
  readonly sentence?: string;
  /** The text is the id of a configuration node of this type, which the dialog lets the user choose. */
  readonly configNode?: string;
  /** A check that only the dialog makes: its name in `settings.checks` of the node's .html. The runtime has a separate error. */
  readonly dialogCheck?: string;
}

export interface FlagField extends AnyField<boolean> {
  readonly kind: 'flag';
}

/** Any other setting. The node's .html has the piece that shows it, and the dialog's check in `settings.checks`. */
export interface OtherField<Value = unknown> extends AnyField<Value> {
  readonly kind: 'other';
  readonly sentence: string;
  readonly dialogCheck: string;
  /** Lists that the dialog offers, each under a name. */
  readonly lists: object;
}

export type Field = NumberField | ChoiceField | TextField | FlagField | OtherField;
export type Fields = Readonly<Record<string, Field>>;

/** The normalised settings of a node: every field present, of its type and within its limits. */
export type Settings<F extends Fields> = { readonly [Name in keyof F]: v.InferOutput<F[Name]['schema']> };

/** Longest text of a setting, in characters: more than any path or sentence needs. */
const MAX_TEXT = 10_000;

/** Accepts a finite number from `min` to `max`, as a number or as text. */
export function numberSchema(min: number, max: number) {
  const fromText = v.pipe(v.string(), v.check((text) => text.trim() !== ''), v.transform(Number));
  return v.pipe(v.union([v.number(), fromText]), v.finite(), v.minValue(min), v.maxValue(max));
}

/** A number, also a fraction. `min` and `max` are allowed values. */
export function numberField(initial: number, min: number, max: number, shown: Shown & Pick<NumberField, 'bound'> = {}): NumberField {
  const expected = phrase('fromTo', { min, max });
  return { kind: 'number', default: initial, min, max, integer: false, schema: numberSchema(min, max), expected, ...shown };
}

/** A whole number. `min` and `max` are allowed values. */
export function integerField(initial: number, min: number, max: number, shown: Shown & Pick<NumberField, 'bound'> = {}): NumberField {
  const expected = phrase('wholeFromTo', { min, max });
  const schema = v.pipe(numberSchema(min, max), v.integer());
  return { kind: 'number', default: initial, min, max, integer: true, schema, expected, ...shown };
}

export function choiceField<const Option extends string>(
  initial: NoInfer<Option>,
  options: readonly Option[],
  shown: Shown = {},
): ChoiceField<Option> {
  const expected = phrase('oneOf', { options: options.join(', ') });
  return { kind: 'choice', default: initial, options, schema: v.picklist(options), expected, ...shown };
}

type TextOptions = Shown & Partial<Pick<TextField, 'pattern' | 'sentence' | 'expected' | 'configNode' | 'dialogCheck'>>;

export function textField(initial: string, { pattern, expected = phrase('aText'), ...shown }: TextOptions = {}): TextField {
  const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
  if (pattern === undefined) return { kind: 'text', default: initial, schema: text, expected, ...shown };
  return { kind: 'text', default: initial, schema: v.pipe(text, v.regex(pattern)), pattern, expected, ...shown };
}

/** A checkbox. The editor saves it as a boolean or as text. */
export function flagField(initial: boolean, shown: Shown = {}): FlagField {
  const fromText = v.pipe(v.picklist(['true', 'false']), v.transform((text) => text === 'true'));
  return { kind: 'flag', default: initial, schema: v.union([v.boolean(), fromText]), expected: phrase('trueOrFalse'), ...shown };
}

/** The value converted to the field's type, or undefined if it is not valid for the field. */
export function acceptedValue<F extends Field>(field: F, value: unknown): v.InferOutput<F['schema']> | undefined {
  const checked = v.safeParse(field.schema, value, { abortEarly: true });
  return checked.success ? checked.output : undefined;
}
