import { phrase, type Phrase } from '../base/errors';

/** What is wrong with a value, as the end of a sentence: "KEY is ..."; undefined where nothing is. */
export type Rule = (value: unknown) => Phrase | undefined;

export const text: Rule = (value) => (typeof value === 'string' ? undefined : phrase('noText'));
export const flag: Rule = (value) => (typeof value === 'boolean' ? undefined : phrase('noFlag'));
export const anyObject: Rule = (value) => (isObject(value) ? undefined : phrase('noObject'));

export function number(min: number, max = Infinity): Rule {
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return phrase('noNumber');
    if (value >= min && value <= max) return undefined;
    return max === Infinity ? phrase('notAtLeast', { value, min }) : phrase('notFromTo', { value, min, max });
  };
}

export function whole(min: number, max = Infinity): Rule {
  const inRange = number(min, max);
  return (value) => inRange(value) ?? (Number.isInteger(value) ? undefined : phrase('noWhole', { value: String(value) }));
}

export function oneOf(...choices: readonly (string | null)[]): Rule {
  return (value) =>
    choices.includes(value as string) ? undefined : phrase('noneOf', { options: choices.map(String).join(', ') });
}

export function orNull(rule: Rule): Rule {
  return (value) => (value === null ? undefined : rule(value));
}

export type Rules = Readonly<Record<string, Rule>>;

/** The first key (a path with dots) of `rules` that `value` lacks or has wrong. */
export function faultIn(value: object, rules: Rules): { readonly key: string; readonly fault: Phrase } | undefined {
  for (const [key, rule] of Object.entries(rules)) {
    const found = key.split('.').reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), value);
    const fault = found === undefined ? phrase('missing') : rule(found);
    if (fault !== undefined) return { key, fault };
  }
  return undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
