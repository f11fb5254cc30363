import { isSpelledAlike } from './letters';
import type { Proposal } from './proposals';

/** A word of what was probably said, or several that were said for one. */
export interface SaidWord {
  readonly text: string;
  /** Its place in the expected text; null for a word that is not in it. */
  readonly place: number | null;
}

/**
 * What was said if the proposal is right. Old words that are among the new ones keep their places. The other new words take the
 * places that are left, in order, and further ones join the last of them. Where no old word is replaced, all are additions.
 */
export function applied(said: readonly SaidWord[], { from, to, said: words }: Proposal): SaidWord[] {
  const added = words === '' ? [] : words.split(' ');
  const old = said.slice(from, to);
  return [...said.slice(0, from), ...(old.length === 0 ? added.map((text) => ({ text, place: null })) : inPlaceOf(old, added)), ...said.slice(to)];
}

function inPlaceOf(old: readonly SaidWord[], added: readonly string[]): SaidWord[] {
  const same = sameWords(old, added);
  const free = old.filter((word) => ![...same.values()].includes(word)).map(({ place }) => place);
  const out: SaidWord[] = [];
  added.forEach((text, i) => {
    const kept = same.get(i);
    const last = out.at(-1);
    if (kept !== undefined) out.push({ text, place: kept.place });
    else if (free.length > 0) out.push({ text, place: free.shift() ?? null });
    else if (last !== undefined && !same.has(i - 1)) out.push({ text: `${out.pop()?.text ?? ''} ${text}`, place: last.place });
    else out.push({ text, place: null });
  });
  return out;
}

/** Which new words are old ones, in their order. */
function sameWords(old: readonly SaidWord[], added: readonly string[]): Map<number, SaidWord> {
  const out = new Map<number, SaidWord>();
  let next = 0;
  added.forEach((word, i) => {
    const at = old.findIndex(({ text }, k) => k >= next && isSpelledAlike(text, word));
    const found = old[at];
    if (found === undefined) return;
    out.set(i, found);
    next = at + 1;
  });
  return out;
}
