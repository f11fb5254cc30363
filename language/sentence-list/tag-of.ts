/** Languages whose names a heading may use: those that voices speak, and their neighbours. */
const NAMED_LANGUAGES = [
  'ko', 'en', 'en-US', 'en-GB', 'en-AU', 'zh', 'zh-CN', 'zh-TW', 'yue', 'ja', 'vi', 'th', 'id', 'ms', 'tl', 'mn', 'hi', 'bn', 'ur', 'ne', 'si',
  'my', 'km', 'uz', 'kk', 'ky', 'ru', 'uk', 'de', 'fr', 'fr-CA', 'es', 'es-MX', 'pt', 'pt-BR', 'it', 'nl', 'sv', 'da', 'nb', 'fi', 'is', 'pl',
  'cs', 'sk', 'hu', 'ro', 'bg', 'el', 'tr', 'ar', 'fa', 'he', 'sw', 'et', 'lv', 'lt', 'hr', 'sr', 'sl', 'ca', 'eu', 'ga', 'cy', 'la', 'eo',
];
/** Names that Intl does not give. A country's code stands for its language; as a language kr is Kanuri, which no voice speaks. */
const OTHER_NAMES = new Map(
  Object.entries({
    한국말: 'ko', 우리말: 'ko', 국어: 'ko', kr: 'ko', jp: 'ja', cn: 'zh-CN', us: 'en-US', gb: 'en-GB', vn: 'vi', mandarin: 'zh', 汉语: 'zh', 漢語: 'zh',
  }),
);

function sameName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s_-]+/g, ' ').trim();
}

/** Tags by what a language is called in English, in Korean and in itself. */
function tagsByName(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const tag of NAMED_LANGUAGES) {
    for (const reader of ['en', 'ko', tag]) names.set(sameName(new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag), tag);
  }
  return names;
}

/** A BCP 47 tag in any spelling, if it is a language's. */
function asTag(heading: string): string | undefined {
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(heading)) return undefined;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(heading.replaceAll('_', '-'));
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) === undefined ? undefined : tag;
  } catch {
    return undefined;
  }
}

let namesOfAll: ReadonlyMap<string, string> | undefined;

/** The BCP 47 tag that a heading means, by its tag or its name; undefined for anything else. */
export function tagOf(heading: string): string | undefined {
  const name = sameName(heading);
  const known = OTHER_NAMES.get(name) ?? asTag(heading);
  if (known !== undefined) return known;
  // Most headings are tags: the names are looked up only for another one, for that takes time.
  namesOfAll ??= tagsByName();
  return namesOfAll.get(name);
}
