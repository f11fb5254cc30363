import { primaryLanguage } from '../pipeline/language-tag';

const HESITATIONS: Readonly<Record<string, readonly string[]>> = { en: ['um', 'uh'], ko: ['음', '어'] };

/** What people say while they look for the next word; none where nobody knows. @param language BCP 47 tag */
export function hesitations(language: string): readonly string[] {
  return HESITATIONS[primaryLanguage(language)] ?? [];
}
