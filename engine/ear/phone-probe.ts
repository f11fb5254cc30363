import { EAR_FRAME_MS } from '../../pipeline/ear/samples';
import type { HeardPhone, HeardSyllable } from '../../pipeline/ear/heard';
import { alignPhones, type AlignedPhone } from '../../pipeline/ear/phones/align';
import { segmentPosteriors } from '../../pipeline/ear/phones/segments';
import { heardSyllables } from '../../pipeline/ear/phones/syllables';
import type { EarManifest } from '../../pipeline/ear/manifest';
import { bareWord } from '../../language/written-word';
import type { FoundEar } from '../../models/ear';
import type { Graph, Inference } from '../inference';
import { openEarGraph, valueOf, type Listened } from './ear';
import { overFrames } from './frame-graph';
import { spokenWords, type SaidWords, type SpokenWord } from './spoken-words';
import { createWordSounds, type SoundScale, type WordSounds } from './word-sounds';

/** What a probe found of a text. */
export interface Probed {
  readonly phones: readonly HeardPhone[];
  /** Of each word; none where nobody knows how it is pronounced. */
  readonly syllables: readonly (readonly HeardSyllable[])[];
  /** Mean over the phones of the logarithm of their goodness, 0 or less; null where the text has no phones. */
  readonly evidence: number | null;
  /** The same of each word. */
  readonly ofWords: readonly (number | null)[];
  /** In the order of `phones`: where they are, in frames of the ear. */
  readonly aligned: readonly AlignedPhone[];
  /** How likely each phone is there, natural logarithm. */
  readonly logOf: (place: number, symbol: string) => number;
}

/** The phones of one language. */
export interface PhoneProbe {
  /** Where each phone of a text is, and how much it sounds like itself. @param startMs time of the ear's first frame */
  readonly probe: (listened: Listened, said: SaidWords, startMs: number) => Promise<Probed>;
  readonly sounds: WordSounds;
}

type ProbeManifest = EarManifest['probes'][string];

/** The probe has learned where pauses are. */
const SCALE: SoundScale = { blankPrice: 0, usualLoss: 0.5 };
/** By how many training tokens a phone is half known. */
const FEW_TOKENS = 10;
/** A phone that is less likely than the best one by so many nats keeps 1/e of its points. */
const NATS = 3;
/** Less than this many nats nobody is sure of. */
const WORST = -12;

/** All that the ear has, by the language's tag. @throws PronError PRON_EAR_BROKEN, PRON_NO_INFERENCE */
export async function openPhoneProbes(found: FoundEar, inference: Inference): Promise<ReadonlyMap<string, PhoneProbe>> {
  const probes = new Map<string, PhoneProbe>();
  for (const [language, probe] of Object.entries(found.manifest.probes)) {
    const words = spokenWords(language);
    if (words !== undefined) probes.set(language, createPhoneProbe(await openEarGraph(found, inference, probe.graph), probe, words));
  }
  return probes;
}

/** @param speak how words are pronounced */
export function createPhoneProbe(graph: Graph, manifest: ProbeManifest, speak: (said: SaidWords) => readonly SpokenWord[]): PhoneProbe {
  const { symbols, tokens, same } = manifest;
  const classOf = (symbol: string): number => symbols.indexOf(same[symbol] ?? symbol) + 1;
  const waysOf = ({ phones }: SpokenWord): number[][] => (phones.length === 0 ? [] : [phones.map(({ symbol }) => classOf(symbol))]);
  const sounds = createWordSounds(graph, symbols.length, (words) => speak({ words: words.map(bareWord) }).map(waysOf), SCALE);
  const probe: PhoneProbe['probe'] = async (listened, said, startMs) => {
    const { frames } = listened;
    const spoken = speak(said);
    const out = await overFrames(graph, listened);
    const classes = symbols.length + 1;
    const posteriors = { data: valueOf(out, 'logPosterior').data, frames, symbols: classes };
    const aligned = alignPhones(posteriors, spoken.map(waysOf));
    const logs = segmentPosteriors(aligned, { data: valueOf(out, 'evidence').data, lengths: valueOf(out, 'lengths').data, frames, classes });
    const ms = (frame: number): number => Math.max(0, Math.round(startMs + frame * EAR_FRAME_MS));
    const places = spoken.flatMap(({ phones }, word) => phones.map((phone) => ({ word, ...phone })));
    const rows = aligned.map((_, i) => logs.subarray(i * classes, (i + 1) * classes));
    const bests = rows.map(likeliest);
    const lost = aligned.map(({ symbol }, i) => lostNats(rows[i] as Float32Array, symbol, bests[i] as number));
    const phones = aligned.map(({ symbol: own, start, end }, i): HeardPhone => {
      const [row, best] = [rows[i] as Float32Array, bests[i] as number];
      const known = Math.min(tokens[own - 1] as number, tokens[best - 1] as number);
      const { word, syllable, symbol } = places[i] as (typeof places)[number];
      return {
        word,
        syllable,
        symbol,
        startMs: ms(start),
        endMs: ms(end),
        goodness: 100 * Math.exp((lost[i] as number) / NATS),
        heardAs: best === own ? symbol : (symbols[best - 1] as string),
        confidence: Math.exp(row[best] as number) * (known / (known + FEW_TOKENS)),
      };
    });
    return {
      phones,
      syllables: spoken.map(({ syllables }, word) => heardSyllables(syllables, phones.filter((phone) => phone.word === word))),
      evidence: meanOrNull(lost),
      aligned,
      logOf: (place, symbol) => logs[place * classes + classOf(symbol)] as number,
      ofWords: said.words.map((_, word) => meanOrNull(lost.filter((_, i) => aligned[i]?.word === word))),
    };
  };
  return { probe, sounds };
}

/** The likeliest class but the pause. */
function likeliest(row: Float32Array): number {
  return row.reduce((best, value, k) => (k > 0 && value > (row[best] as number) ? k : best), 1);
}

function lostNats(row: Float32Array, own: number, best: number): number {
  return Math.max(WORST, (row[own] as number) - (row[best] as number));
}

function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
