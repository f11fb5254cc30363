import { letterDistance, lettersOf } from './letters';

/** Words `from` to `to` (not included) of the expected text were perhaps said as `said`; '' where they were left out. */
export interface Proposal {
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

/** Words with at most this share of other letters were heard as they are, or nearly: how they sounded is not for the ear to say. */
const SAME_SHARE = 0.5;
/** So many words on one side may be one or more on the other: people put blanks in different places. */
const MOST_TOGETHER = 3;

/** Whether two words, or two runs of them, are the same or nearly so. @param a its letters */
export function isNearly(a: readonly string[], b: readonly string[]): boolean {
  return letterDistance(a, b) <= SAME_SHARE * Math.max(a.length, b.length);
}

interface Step {
  readonly cost: number;
  readonly i: number;
  readonly j: number;
}

/**
 * Where a transcript and the expected words differ: an alignment of words whose cost is the distance of their letters
 * (Wagner and Fischer, 1974, with runs of words as units, so that another spacing is no difference). Neighbouring differences
 * are one proposal.
 * @param shortestRun so many words must be the same one after the other, or they belong to the differences around them
 */
export function proposalsOf(words: readonly string[], transcript: readonly string[], shortestRun = 1): Proposal[] {
  const expected = words.map(lettersOf);
  const heard = transcript.map(lettersOf);
  const width = heard.length + 1;
  const steps: Step[] = [{ cost: 0, i: 0, j: 0 }];
  for (let at = 1; at < (expected.length + 1) * width; at++) {
    steps.push(cheapest(steps, expected, heard, Math.floor(at / width), at % width));
  }
  return joined(differences(steps, expected, heard), transcript, words.length, shortestRun);
}

/** The cheapest way to the first `i` expected and the first `j` heard words: where its last step came from. */
function cheapest(steps: readonly Step[], expected: readonly string[][], heard: readonly string[][], i: number, j: number): Step {
  let best: Step = { cost: Infinity, i: 0, j: 0 };
  const width = heard.length + 1;
  for (let down = 0; down <= Math.min(MOST_TOGETHER, i); down++) {
    for (let right = 0; right <= Math.min(MOST_TOGETHER, j); right++) {
      // Left out or added words come one by one.
      if (down + right === 0 || (down === 0 && right > 1) || (right === 0 && down > 1)) continue;
      const distance = letterDistance(expected.slice(i - down, i).flat(), heard.slice(j - right, j).flat());
      const cost = (steps[(i - down) * width + j - right] as Step).cost + distance;
      if (cost < best.cost) best = { cost, i: i - down, j: j - right };
    }
  }
  return best;
}

/** Runs of words that differ: expected `from` to `to`, heard `heardFrom` to `heardTo`. */
interface Difference {
  readonly from: number;
  readonly to: number;
  readonly heardFrom: number;
  readonly heardTo: number;
}

function differences(steps: readonly Step[], expected: readonly string[][], heard: readonly string[][]): Difference[] {
  const out: Difference[] = [];
  let [to, heardTo] = [expected.length, heard.length];
  while (to > 0 || heardTo > 0) {
    const { i: from, j: heardFrom } = steps[to * (heard.length + 1) + heardTo] as Step;
    const [a, b] = [expected.slice(from, to).flat(), heard.slice(heardFrom, heardTo).flat()];
    if (!isNearly(a, b)) out.push({ from, to, heardFrom, heardTo });
    [to, heardTo] = [from, heardFrom];
  }
  return out.reverse();
}

function joined(found: readonly Difference[], transcript: readonly string[], words: number, shortestRun: number): Proposal[] {
  const runs: Difference[] = [];
  for (const one of found) {
    const last = runs.at(-1);
    if (one.from - (last?.to ?? 0) >= shortestRun) runs.push(one);
    else if (last === undefined) runs.push({ ...one, from: 0, heardFrom: 0 });
    else runs[runs.length - 1] = { ...last, to: one.to, heardTo: one.heardTo };
  }
  const last = runs.at(-1);
  if (last !== undefined && words - last.to < shortestRun) runs[runs.length - 1] = { ...last, to: words, heardTo: transcript.length };
  return runs.map(({ from, to, heardFrom, heardTo }) => ({ from, to, said: transcript.slice(heardFrom, heardTo).join(' ') }));
}
