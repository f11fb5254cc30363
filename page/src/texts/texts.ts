/** The words of the page in one language, by their keys. */
export type Texts = typeof import('../../../locales/en-US/practice.json') & {
  /** The sentence under the number. */
  readonly feedback: typeof import('../../../locales/en-US/feedback.json');
  readonly verdicts: Readonly<Record<string, string>>;
  readonly contrast: Readonly<Record<string, string>>;
  readonly tiers: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

type Catalogue = Readonly<Record<string, unknown>>;
const own = import.meta.glob<Catalogue>('../../../locales/*/practice.json', { eager: true, import: 'default' });
const judgement = import.meta.glob<Catalogue>('../../../locales/*/judgement.json', { eager: true, import: 'default' });
const feedback = import.meta.glob<Texts['feedback']>('../../../locales/*/feedback.json', { eager: true, import: 'default' });
const errors = import.meta.glob<Readonly<Record<string, { readonly status?: string; readonly sentence?: string }>>>('../../../locales/*/errors.json', { eager: true, import: 'default' });

const phrases = import.meta.glob<Readonly<Record<string, string>>>('../../../locales/*/phrases.json', { eager: true, import: 'default' });

const shortTag = (path: string): string => /locales\/(\w+)/.exec(path)?.[1] ?? '';

function textsOf(path: string): Texts {
  const beside = (name: string): string => path.replace('practice.json', name);
  const { message, contrast, tier } = judgement[beside('judgement.json')] ?? {};
  const statuses = Object.entries(errors[beside('errors.json')] ?? {}).flatMap(([code, { status }]) => (status === undefined ? [] : [[code, status]]));
  const texts = own[path] as unknown as Texts;
  return { ...texts, feedback: feedback[beside('feedback.json')], verdicts: message, contrast, tiers: tier, errors: { ...(Object.fromEntries(statuses) as Texts['errors']), taken: texts.taken } } as Texts;
}

/** The texts by a language's short tag: every language that has a practice.json. */
export const TEXTS: Readonly<Record<string, Texts>> =
  Object.fromEntries(Object.keys(own).map((path) => [shortTag(path), textsOf(path)]));

/** The sentence of a failure in every language, by the language's short tag. */
export function sentencesOf(code: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(errors).map(([path, all]) => [shortTag(path), all[code]?.sentence]));
}

/** What may stand in such a sentence, in every language. Phrases that are one place alone would fit anything. */
export const PHRASES: readonly Readonly<Record<string, string | undefined>>[] = Object.keys(Object.values(phrases)[0] ?? {})
  .map((key) => Object.fromEntries(Object.entries(phrases).map(([path, all]) => [shortTag(path), all[key]])))
  .filter((one) => Object.values(one).every((text) => text !== undefined && !/^\{\w+\}$/.test(text)));

/** The page's language for a BCP 47 tag; English where it does not speak that one. */
export function languageOf(tag: string): string {
  const short = tag.slice(0, 2);
  return short in TEXTS ? short : 'en';
}

/** What a language is called in the page's language. */
export function nameOf(tag: string, ui: string): string {
  try {
    return new Intl.DisplayNames([ui], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
