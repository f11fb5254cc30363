import sentences from '../../locales/en-US/errors.json';
import { fillSentence, PronError } from '../../base/errors';
import { problem, type Facts, type Finding } from './finding';

const AGAIN = 'Run this command again; if it stays, please report it with this line.';

/** A failure as a problem: the first sentence of an error says what is wrong, the others what to do. */
export function problemOf(subject: string, error: unknown, facts: Facts = {}): Finding {
  if (!(error instanceof PronError)) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem(subject, `This could not be checked: ${reason.split('\n', 1)[0] ?? ''}.`, AGAIN, facts);
  }
  const { code, details } = error;
  const [, what = '', wayOut = ''] = /^(.*?\.) (.*)$/.exec(sentences[code].sentence) ?? [];
  return problem(subject, fillSentence(what, details), fillSentence(wayOut, details), { code, ...facts });
}
