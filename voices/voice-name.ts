import { PronError } from '../base/errors';

/** The voices of one installation of espeak-ng. */
export interface VoiceCatalogue {
  /** `tags`: the voice's own language tag first, then others it serves; `file`: its voice file, as `gmw/en-US`. */
  readonly voices: readonly { readonly tags: readonly string[]; readonly file: string }[];
  /** File names in `voices/!v`. */
  readonly variants: readonly string[];
}

/** Voices for tags that fit several voices, or that no voice is named after. */
const PREFERRED: Readonly<Record<string, string>> = {
  en: 'en-us',
  fr: 'fr-fr',
  pt: 'pt',
  zh: 'cmn',
  'zh-hk': 'yue',
  'zh-mo': 'yue',
};

/** The tag and its parents: `zh-hant-tw`, `zh-hant`, `zh`. */
function parentsOf(tag: string): string[] {
  const parts = tag.toLowerCase().replaceAll('_', '-').split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

function findByLanguage(language: string, catalogue: VoiceCatalogue): string | undefined {
  const byOwnTag = (tag: string): boolean => catalogue.voices.some((voice) => voice.tags[0]?.toLowerCase() === tag);
  for (const tag of parentsOf(language.trim())) {
    const preferred = PREFERRED[tag];
    if (preferred !== undefined && byOwnTag(preferred)) return preferred;
    if (byOwnTag(tag)) return tag;
    const other = catalogue.voices.find((voice) => voice.tags.some((name) => name.toLowerCase() === tag));
    if (other?.tags[0] !== undefined) return other.tags[0];
  }
  return undefined;
}

function findByName(name: string, catalogue: VoiceCatalogue): string | undefined {
  const wanted = name.toLowerCase();
  const found = catalogue.voices.find(
    (voice) => voice.tags[0]?.toLowerCase() === wanted || voice.file.toLowerCase() === wanted,
  );
  return found?.tags[0];
}

function noVoice(voice: string, catalogue: VoiceCatalogue): PronError {
  // Voices with a similar name first: the sentence is cut at 120 characters.
  const start = voice.slice(0, 2).toLowerCase();
  const tags = [...new Set(catalogue.voices.map((entry) => entry.tags[0] ?? entry.file))].sort();
  const near = tags.filter((tag) => tag.toLowerCase().startsWith(start));
  const rest = tags.filter((tag) => !near.includes(tag));
  return new PronError('PRON_TTS_VOICE', { voice, available: [...near, ...rest].join(', ') });
}

/**
 * The name to give to espeak-ng for a language and an optional voice (`ko`, `ko+f3`, `+f3`, `gmw/en-GB-scotland`).
 * A tag without a voice of its own takes its parent's: `ko-KR` is spoken by `ko`, `en` by `en-us`. Variants are
 * checked here because espeak-ng ignores an unknown one silently.
 * @throws PronError PRON_TTS_VOICE, PRON_TTS_VARIANT
 */
export function resolveVoice(language: string, voice: string | undefined, catalogue: VoiceCatalogue): string {
  const [name = '', variant] = (voice ?? '').trim().split(/\+(.*)/s, 2);
  const base = name === '' ? findByLanguage(language, catalogue) : findByName(name, catalogue);
  if (base === undefined) throw noVoice(name === '' ? language : name, catalogue);
  if (variant === undefined) return base;
  const known = catalogue.variants.find((entry) => entry.toLowerCase() === variant.toLowerCase());
  if (known === undefined) {
    throw new PronError('PRON_TTS_VARIANT', { variant, available: [...catalogue.variants].sort().join(', ') });
  }
  return `${base}+${known}`;
}

/** A name that `resolveVoice` returned, with the voice's file in place of its tag: `gmw/en+f3` for `en-gb+f3`. */
export function withFile(name: string, { voices }: VoiceCatalogue): string {
  const [tag = '', ...variant] = name.split('+');
  return [voices.find(({ tags }) => tags[0] === tag)?.file ?? tag, ...variant].join('+');
}
