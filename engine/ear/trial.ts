import { hesitations } from '../../language/hesitations';
import { lettersOf } from '../../pipeline/ear/letters';
import { isNearly, type Proposal } from '../../pipeline/ear/proposals';
import { isRepeat, usualDurations } from '../../pipeline/ear/repeats';
import { applied, type SaidWord } from '../../pipeline/ear/said-words';
import { spellWords } from '../../pipeline/ear/spelling';
import type { Listened } from './ear';
import { durationsOf, restOf, type Decision } from './evidence';
import { passOver, sameStart } from './pass';
import { silenceFor } from './silence';
import { textTokens, type Taught } from './taught';
import type { Teacher } from './teacher';
import type { SoundEvidence } from './word-sounds';

/** What is believed to have been said. */
export interface Belief {
  readonly said: readonly SaidWord[];
  readonly taught: Taught;
  readonly end: string;
  readonly language: string;
  /** What the sounds say for other words; null where nobody knows the language's sounds. */
  readonly sounds: SoundEvidence | null;
}

/** Tokens after a change whose probabilities still depend on it. */
const AFTER = 12;
/** An addition needs so many times the likelihood where the ear is not sure. */
const UNSURE = 2;
/** Frames: 0.1 s. */
const SHORTEST_WORD = 5;
/** The share of what the language model expects that is taken off where words are said twice or somebody hesitates: nobody writes so. */
const UNWRITTEN_EXPECTATION = 0.5;
/** A word that is said again takes at least this share of its own time again. */
const REPEAT_TIME = 0.65;
/** Words with this share of their usual time were probably said: each needs so many times the likelihood to be left out. */
const HEARD_TIME = 0.6;
const HEARD = 3;
/** What a nat of the sounds is worth beside one of the decoder, and the most nats of the sounds that count. */
const SOUND_WEIGHT = 0.5;
const MOST_SOUND = 20;
/** A change that the sounds speak against so much, nats, is not tried. */
const HOPELESS = -10;
/** What a change needs where the sounds are known: they expect no words, so the decoder's liking is not all that counts. */
const NEEDED = 0.5;
/** Other words in the place of words need the sounds for them, nats: the decoder always likes its own. */
const HEARD_AS = 3;
/** The same where the ear is not sure of its words, for a single word. */
const HEARD_AS_UNSURE = 6;
/** No word is less expected than this, nats: what cannot win by so much is not compared with silence. */
export const LEAST_EXPECTED = 15;

/**
 * By how much more than it needs a change makes the text likelier, nats; 0 or less where it is not believed. Another text in the
 * place of words is what the decoder itself would write. That makes it likely beyond its due, and is worth nothing where the ear
 * does not understand the speaker. The decoder likes to leave out what is said twice: there the time counts too.
 */
export async function gainOf(teacher: Teacher, heard: Listened, belief: Belief, proposal: Proposal, isSure: boolean): Promise<number> {
  const { decision } = teacher;
  const { said } = belief;
  const words = applied(said, proposal);
  if (words.length === 0) return 0;
  const sounds = belief.sounds?.gainOf(words.map(({ text }) => text)) ?? null;
  if (!mayBe(belief, proposal, sounds, isSure)) return 0;
  const repeats = isRepeat(said.map(({ text }) => text), proposal);
  const expectation = repeats || isHesitation(belief, proposal) ? UNWRITTEN_EXPECTATION : decision.expectation;
  const added = Math.max(0, words.length - said.length);
  if (repeats && said.slice(Math.max(0, proposal.from - added), proposal.from + added).some(({ place }) => place === null)) return 0;
  const least = sounds !== null ? NEEDED - SOUND_WEIGHT * Math.min(MOST_SOUND, sounds) : repeats ? -decision.repetition : neededFor(belief, heard, proposal, isSure, decision);

  const other = await likelihoodOf(teacher, heard, belief, words);
  if (other === undefined || other.likelier + expectation * LEAST_EXPECTED * added <= least) return 0;
  const { likelier } = other;
  const expected = await other.expected();
  const gain = likelier - expectation * expected - least;
  if (gain <= 0 || added === 0) return gain;
  const fills = sounds !== null || hasTime(await teachWords(teacher, heard, belief, words), proposal.from, added, repeats);
  // A part of what was said twice is likely too. What is left of the expectation speaks for the whole.
  if (repeats) return fills ? gain - (1 - UNWRITTEN_EXPECTATION) * expected : 0;
  return fills ? gain : gain - (decision.gain - decision.addition);
}

/** How another text compares with the believed one, nats. */
export interface Likelihood {
  readonly likelier: number;
  /** The same where the ear hears silence: what the language model expects. */
  readonly expected: () => Promise<number>;
}

/**
 * @param words of the other text
 * @param least nats that the first token that differs must be able to win: most others of a sure decoder need no pass
 * @returns undefined where the decoder writes both texts alike, and where the other can't win so much
 */
export async function likelihoodOf(
  { ear }: Teacher,
  heard: Listened,
  { taught, end, language }: Pick<Belief, 'taught' | 'end' | 'language'>,
  words: readonly Pick<SaidWord, 'text'>[],
  least = -Infinity,
): Promise<Likelihood | undefined> {
  const { ids } = textTokens(ear.tokens, spellWords(words.map(({ text }) => text), end, language));
  const { prompt } = taught.passes.heard;
  const from = sameStart(taught.ids, ids);
  const after = Math.min(sameEnd(taught.ids, ids), ids.length - from, taught.ids.length - from);
  const cut = Math.max(0, after - AFTER);
  const changed = ids.slice(0, ids.length - cut);
  if (changed.length <= from || mostGain(taught.logProbability[from] as number) <= least) return undefined;
  const more = (of: Float32Array, than: Float32Array): number => sum(of, from, changed.length) - sum(than, from, taught.ids.length - cut);
  const spoken = await passOver(ear, heard, prompt, changed, taught.passes.heard);
  return {
    likelier: more(spoken.logProbability, taught.logProbability),
    expected: async () => {
      const silence = await passOver(ear, await silenceFor(ear), prompt, changed, taught.passes.silence);
      return more(silence.logProbability, taught.expected);
    },
  };
}

function isHesitation({ language }: Belief, { from, to, said }: Proposal): boolean {
  return from === to && hesitations(language).includes(said);
}

/** Whether a change is worth a try: the decoder's own words are where the sounds speak for them, any other change where they don't speak against it. */
function mayBe(belief: Belief, proposal: Proposal, sounds: number | null, isSure: boolean): boolean {
  const isReplacement = proposal.said !== '' && proposal.to > proposal.from;
  if (sounds === null) return !isReplacement || isSure;
  return sounds >= (isReplacement ? leastForReplacement(belief, proposal, isSure) : HOPELESS);
}

/**
 * The decoder's own words need the sounds for them. Where it is not sure of them, it may have found one word, but no more, and none
 * that is nearly the expected one: how a word sounded it can't tell then.
 */
function leastForReplacement({ said }: Belief, { from, to, said: words }: Proposal, isSure: boolean): number {
  const old = said.slice(from, to).map(({ text }) => text);
  const isExchange = words.split(' ').sort().join(' ') === [...old].sort().join(' ');
  if (isSure || isExchange) return HEARD_AS;
  return old.length === 1 && !isNearly(lettersOf(words), lettersOf(old.join(''))) ? HEARD_AS_UNSURE : Infinity;
}

/** By how much likelier than a token all others together are, nats. */
function mostGain(logProbability: number): number {
  return Math.log(Math.max(1e-9, 1 - Math.exp(logProbability))) - logProbability;
}

/** The belief with other words. */
export function teachWords({ teach }: Teacher, heard: Listened, { taught, end, language }: Pick<Belief, 'taught' | 'end' | 'language'>, words: readonly SaidWord[]): Promise<Taught> {
  return teach(heard, spellWords(words.map(({ text }) => text), end, language), taught.passes.heard.prompt, taught);
}

/** Whether words that are to be left out have about their usual time in the recording. A sure ear knows a single word better. */
function wasHeard({ said, taught }: Belief, { frames }: Listened, { from, to }: Proposal, isSure: boolean): boolean {
  if (isSure && to - from === 1) return false;
  const durations = durationsOf(taught, said.length);
  const usual = usualDurations(said.map(({ text }) => text), durations, from, to);
  const total = (of: readonly number[]): number => of.slice(from, to).reduce((all, duration) => all + duration, 0);
  return Math.min(total(durations), restOf(taught, frames, from)) >= HEARD_TIME * total(usual);
}

/** Nats that a change must win where nobody knows the sounds. */
function neededFor(belief: Belief, heard: Listened, proposal: Proposal, isSure: boolean, { gain, addition, replacement }: Decision): number {
  const { from, to, said } = proposal;
  if (said === '') return wasHeard(belief, heard, proposal, isSure) ? HEARD * (to - from) * gain : gain;
  if (to > from) return gain + replacement * (to - from);
  return addition * (isSure ? 1 : UNSURE);
}

/** Whether each added word has its time in the recording; what was said twice takes about as long as before. */
function hasTime(changed: Taught, at: number, added: number, repeats: boolean): boolean {
  const durations = durationsOf(changed, Math.max(...changed.wordOf) + 1);
  const total = (from: number): number => durations.slice(Math.max(0, from), from + added).reduce((all, frames) => all + frames, 0);
  if (!repeats) return total(at) >= SHORTEST_WORD * added;
  const [first, second] = at >= added ? [total(at - added), total(at)] : [total(at), total(at + added)];
  return Math.min(first, second) >= REPEAT_TIME * Math.max(first, second) || second >= first;
}

function sum(values: Float32Array, from: number, to: number): number {
  let all = 0;
  for (let i = from; i < to; i++) all += values[i] as number;
  return all;
}

function sameEnd(a: readonly number[], b: readonly number[]): number {
  return sameStart([...a].reverse(), [...b].reverse());
}
