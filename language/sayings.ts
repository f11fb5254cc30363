import type { Spoken } from './spoken';

/** A word of a text as it is written, with its standard pronunciation where that differs. */
export interface Saying {
  readonly text: string;
  readonly pronounced?: string;
}

/** The words of a text; none where its language has no written pronunciation. */
export function sayingsOf(spoken: Spoken | undefined): Saying[] {
  const bare = (word: string): string => word.replace(/[^\p{L}\p{M}\p{N} ]/gu, '').trim();
  if (spoken?.pronounced === undefined) return [];
  return spoken.words
    .filter(({ written }) => written !== '')
    .map(({ written, pronounced = '' }) => {
      const said = bare(pronounced);
      return said === '' || said === bare(written) ? { text: written } : { text: written, pronounced: said };
    });
}
