import { html, NOTHING, type Html } from './html';
import { fixed } from './numbers';
import type { ReportedPair } from './recording';

/** Number of colours for the line below a word, from alike to different. */
export const WORD_SHADES = 5;

/** Each word with its score and, if somebody rated words, its rating. Empty if the words are not known. */
export function wordList({ wordScores, words }: Pick<ReportedPair, 'wordScores' | 'words'>): Html {
  if (wordScores.length === 0) return NOTHING;
  const ratings = words?.length === wordScores.length ? words.map(({ human }) => human) : [];
  const items = wordScores.map(({ text, score }, i) => {
    const shade = Math.min(WORD_SHADES - 1, Math.floor((1 - score / 100) * WORD_SHADES));
    const rating = ratings[i];
    const figures = rating === undefined ? fixed(score, 0) : `${fixed(score, 0)} (${fixed(rating, 1)})`;
    return html`<li><span class="word${shade}">${text}</span> <small>${figures}</small></li>`;
  });
  return html`<p class="note">Words: score${ratings.length > 0 ? ' (rating)' : ''}</p><ul class="words">${items}</ul>`;
}
