/** What is wrong with a value, as the end of a sentence: "KEY is ..."; undefined where nothing is. */
export type Rule = (value: unknown) => string | undefined;

export const text: Rule = (value) => (typeof value === 'string' ? undefined : 'no text');
export const flag: Rule = (value) => (typeof value === 'boolean' ? undefined : 'neither true nor false');
export const anyObject: Rule = (value) => (isObject(value) ? undefined : 'no object');

export function number(min: number, max = Infinity): Rule {
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'no number';
    return value < min || value > max ? `${value}, not ${max === Infinity ? `at least ${min}` : `${min} to ${max}`}` : undefined;
  };
}

export function whole(min: number, max = Infinity): Rule {
  const inRange = number(min, max);
  return (value) => inRange(value) ?? (Number.isInteger(value) ? undefined : `${String(value)}, no whole number`);
}

export function oneOf(...choices: readonly (string | null)[]): Rule {
  return (value) =>
    choices.includes(value as string) ? undefined : `none of ${choices.map(String).join(', ')}`;
}

export function orNull(rule: Rule): Rule {
  return (value) => (value === null ? undefined : rule(value));
}

export type Rules = Readonly<Record<string, Rule>>;

/** The first key (a path with dots) of `rules` that `value` lacks or has wrong. */
export function faultIn(value: object, rules: Rules): { readonly key: string; readonly fault: string } | undefined {
  for (const [key, rule] of Object.entries(rules)) {
    const found = key.split('.').reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), value);
    const fault = found === undefined ? 'missing' : rule(found);
    if (fault !== undefined) return { key, fault };
  }
  return undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
