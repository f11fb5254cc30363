import { hesitations } from '../../language/hesitations';
import { anotherText } from '../../pipeline/ear/another-text';
import { candidatesFor } from '../../pipeline/ear/candidates';
import type { Proposal } from '../../pipeline/ear/proposals';
import { repeatsOf } from '../../pipeline/ear/repeats';
import { applied, type SaidWord } from '../../pipeline/ear/said-words';
import { settled } from '../../pipeline/ear/settled';
import { gainOfBeginning, soundProposals } from '../../pipeline/ear/sound-proposals';
import { spell, spellWords } from '../../pipeline/ear/spelling';
import { continuation } from './continue';
import type { Listened } from './ear';
import { durationsOf, goesOn, isAnotherText, isPlain, isSure, restOf, suspectsOf } from './evidence';
import { plausible } from './plausible';
import type { Taught } from './taught';
import type { Teacher } from './teacher';
import { transcribe } from './transcribe';
import { gainOf, teachWords, type Belief } from './trial';
import type { SoundEvidence } from './word-sounds';

/** More changes than this are another text. */
const MOST_ROUNDS = 6;
/** Each takes one or two passes of the decoder. */
const MOST_TRIALS = 30;

/** Nats by which a frame is likelier for another text: about half as many where a single word is another one. */
const ANOTHER_SOUND = 0.4;

export interface ExpectedText {
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** The language's, of the ear's tokens. */
  readonly prompt: readonly number[];
}

/** What was said, and what was taught of it: one word of `taught` for each of `said`. */
export interface Edits {
  readonly said: readonly SaidWord[];
  readonly taught: Taught;
  /** Whether the expected text was plainly said, or else the ear's own transcript is likely enough. */
  readonly sure: boolean;
}

/** The same, and what was taught of the expected text. */
export interface ExpectedEdits extends Edits {
  readonly expected: Taught;
}

/**
 * What was said instead of the expected text, if it was not said: words left out, added or exchanged. Each change is judged by
 * the likelihood of the text with and without it, the likeliest one first, until none is likely enough.
 */
export async function findEdits(teacher: Teacher, heard: Listened, { text, language, prompt }: ExpectedText): Promise<ExpectedEdits> {
  const { ear, teach, decision } = teacher;
  const { pieces, end } = spell(text, language);
  const words = pieces.map((piece, place) => ({ text: piece.trim(), place }));
  const taught = await teach(heard, spellWords(words.map((word) => word.text), end, language), prompt);
  const sounds = await soundsOf(teacher, heard, language, words);
  let belief: Belief = { said: words, taught, end, language, sounds };
  const resultOf = (found: Belief, sure: boolean): ExpectedEdits => ({ said: found.said, taught: found.taught, expected: taught, sure });
  const doubts = sounds === null ? await plausible(teacher, heard, belief, timesToSpare(belief, heard)) : inSounds(belief);
  const isAsWritten = !goesOn(taught, heard.frames) && isPlain(taught, words.length, decision) && (await isFreeOf(doubts, teacher, heard, belief));
  if (isAsWritten) return resultOf(belief, true);

  const transcript = await transcribe(ear, heard, prompt, taught.passes.heard);
  const sure = isSure(transcript, decision);
  const heardWords = transcript.text === '' ? [] : transcript.text.split(' ');
  if (isAnotherText(taught, words.length, transcript.logProbability, decision) && isAnotherSound(belief, heardWords, sure)) {
    const other = anotherText(textsOf(belief), heardWords);
    return resultOf(other.length === 0 ? belief : await withWords(teacher, heard, belief, other), sure);
  }

  const seen = new Set<string>();
  const unseen = (proposals: readonly Proposal[]): Proposal[] => proposals.filter((proposal) => !seen.has(keyOf(belief, proposal)));
  let open = [...candidatesFor(textsOf(belief), [], [], heardWords), ...doubts];
  let isAtSuspects = false;
  for (let round = 0, trials = 0; round < MOST_ROUNDS && trials < MOST_TRIALS; round++) {
    const winners: { readonly proposal: Proposal; readonly gain: number }[] = [];
    for (const proposal of open.slice(0, MOST_TRIALS - trials)) {
      seen.add(keyOf(belief, proposal));
      trials++;
      const gain = await gainOf(teacher, heard, belief, proposal, sure);
      if (gain > 0) winners.push({ proposal, gain });
    }
    const [best, ...others] = winners.sort((a, b) => b.gain - a.gain);
    if (best === undefined) {
      if (isAtSuspects || isPlain(belief.taught, belief.said.length, decision)) break;
      isAtSuspects = true;
      open = unseen(await atSuspects(teacher, heard, belief));
      continue;
    }
    const said = applied(belief.said, best.proposal);
    const shift = said.length - belief.said.length;
    belief = await withWords(teacher, heard, belief, said);
    isAtSuspects = false;
    const still = others.flatMap(({ proposal }) => shifted(proposal, best.proposal, shift));
    open = unique([...still, ...unseen([...candidatesFor(textsOf(belief), [], [], heardWords), ...inSounds(belief)])]);
  }
  const said = settled(belief.said, words.map((word) => word.text));
  return resultOf(said.length === belief.said.length ? { ...belief, said } : await withWords(teacher, heard, belief, said), sure);
}

/** Whether none of these changes may have been said. Without sounds the decoder has not ruled them out, so each of them may. */
async function isFreeOf(doubts: readonly Proposal[], teacher: Teacher, heard: Listened, belief: Belief): Promise<boolean> {
  if (belief.sounds === null) return doubts.length === 0;
  for (const doubt of doubts) {
    if ((await gainOf(teacher, heard, belief, doubt, true)) > 0) return false;
  }
  return true;
}

async function withWords(teacher: Teacher, heard: Listened, belief: Belief, said: readonly SaidWord[]): Promise<Belief> {
  const sounds = await soundsOf(teacher, heard, belief.language, said);
  return { ...belief, said, taught: await teachWords(teacher, heard, belief, said), sounds };
}

async function soundsOf(teacher: Teacher, heard: Listened, language: string, said: readonly SaidWord[]): Promise<SoundEvidence | null> {
  return (await teacher.soundsOf(language)?.(heard, said.map(({ text }) => text))) ?? null;
}

/** Whether the sounds are much likelier for the transcript than for the text or its beginning. Where nobody knows, a sure ear is believed. */
function isAnotherSound({ sounds, said }: Belief, transcript: readonly string[], isSure: boolean): boolean {
  if (sounds === null) return true;
  const other = sounds.gainPerFrame(transcript);
  if (other === null) return isSure;
  return other - gainOfBeginning(said.map(({ text }) => text), sounds.gainPerFrame) > ANOTHER_SOUND;
}

function inSounds(belief: Belief): Proposal[] {
  const { sounds, language } = belief;
  return sounds === null ? [] : soundProposals(textsOf(belief), sounds.gainOf, hesitations(language)).map(({ proposal }) => proposal);
}

function textsOf({ said }: Belief): string[] {
  return said.map(({ text }) => text);
}

/** What may have been said where a word is surprising. */
async function atSuspects({ ear, decision }: Teacher, heard: Listened, belief: Belief): Promise<Proposal[]> {
  const { said, taught } = belief;
  const suspects = suspectsOf(said, taught, decision);
  const there: string[] = [];
  for (const at of suspects) there.push(await continuation(ear, heard, taught.passes.heard, taught.wordOf.indexOf(at)));
  return candidatesFor(textsOf(belief), suspects, there, textsOf(belief));
}

function timesToSpare(belief: Belief, { frames }: Listened): Proposal[] {
  const { said, taught } = belief;
  return repeatsOf(textsOf(belief), durationsOf(taught, said.length), restOf(taught, frames));
}

/** The same change after another one; nothing where both are at the same place. */
function shifted(proposal: Proposal, done: Proposal, shift: number): Proposal[] {
  const { from, to, said } = proposal;
  if (to <= done.from && from < done.from) return [proposal];
  return from >= done.to && to > done.to ? [{ from: from + shift, to: to + shift, said }] : [];
}

/** A change by the words around it: a place in a text changes with the text. */
function keyOf({ said }: Belief, { from, to, said: words }: Proposal): string {
  const around = said.slice(Math.max(0, from - 1), to + 1).map(({ text }) => text);
  return [...around, '>', said[from]?.place ?? '', said[to - 1]?.place ?? '', words].join(' ');
}

function unique(proposals: readonly Proposal[]): Proposal[] {
  return [...new Map(proposals.map((one) => [JSON.stringify(one), one])).values()];
}
