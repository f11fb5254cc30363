import type { PronError } from '../../base/errors';
import type { Heard, WordError } from '../../pipeline/ear/heard';
import type { Stage } from '../lib/stage';

/** The status: what is wrong with the words, the worst first; without an expected text the beginning of what was said. */
export function showHeard({ show, showText }: Pick<Stage, 'show' | 'showText'>, { text, words, insertions }: Heard, isExpected: boolean): void {
  const withError = (error: WordError): number => words.filter((word) => word.error === error).length;
  const [missing, added, unclear] = [withError('omission'), insertions.length, withError('mispronunciation')];
  if (text === '' && words.length === 0) show('refused', 'noSpeech');
  else if (!isExpected) showText('good', text);
  else if (missing > 0) show('fair', 'missing', { words: missing });
  else if (added > 0) show('fair', 'added', { words: added });
  else if (unclear > 0) show('fair', 'unclear', { words: unclear });
  else show('good', 'allSaid');
}

/** The status where the recording is scored without the ear. */
export function showPassedOn({ show }: Pick<Stage, 'show'>, { code }: PronError): void {
  if (code === 'PRON_EAR_LANGUAGE') show('idle', 'otherLanguage');
  else if (code === 'PRON_EAR_LONG') show('idle', 'tooLong');
  else show('idle', 'noEar');
}
