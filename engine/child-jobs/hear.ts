import { PronError } from '../../base/errors';
import { EAR_MOST_SECONDS, earSamples } from '../../pipeline/ear/samples';
import { spell } from '../../pipeline/ear/spelling';
import { primaryLanguage } from '../../pipeline/language-tag';
import { byWrittenWords, type WrittenWord } from '../../pipeline/ear/written';
import { spokenOrWritten, type Spoken } from '../../language/spoken';
import { bareWord } from '../../language/written-word';
import type { Heard } from '../../pipeline/ear/heard';
import { findSpeech } from '../../pipeline/speech';
import type { Audio, Span } from '../../pipeline/types';
import { voiceFault } from '../../pipeline/ear/voice-fault';
import { earFingerprint } from '../../models/ear-fingerprint';
import { earMemoryFault, findEar, type FoundEar } from '../../models/ear';
import { openEar, type Listened } from '../ear/ear';
import { findEdits, type Edits, type ExpectedText } from '../ear/edits';
import { isSure } from '../ear/evidence';
import { openJudge, type HeardText, type Judge } from '../ear/judge';
import { nearHint, openNeighbours, type FindNearWords } from '../ear/neighbours';
import { openPhoneHeads } from '../ear/phone-head';
import { openPhoneProbes } from '../ear/phone-probe';
import { pronounced, type Pronounced } from '../ear/pronounced';
import { createTeacher } from '../ear/taught';
import type { Teacher } from '../ear/teacher';
import { transcribe } from '../ear/transcribe';
import type { WordSounds } from '../ear/word-sounds';
import type { Inference } from '../inference';
import type { CheckVoiceJob, CheckVoiceResult, HearJob, HearResult } from '../jobs';
import { readRecording } from './audio';

interface LoadedEar extends Teacher {
  readonly found: FoundEar;
  readonly judge: Judge;
  /** The ear's fingerprint. */
  readonly judgedBy: string;
  /** Of a language whose words it can tell from others that differ in one sound. */
  readonly nearWordsOf: (language: string) => FindNearWords | undefined;
}

/** A text of more tokens takes seconds to compare, and nobody says that many within the time that the ear hears at once. */
export const EAR_MOST_TOKENS = 300;

export interface Hearer {
  readonly hear: (job: HearJob) => Promise<HearResult>;
  readonly loadEar: () => Promise<null>;
  readonly checkVoice: (job: CheckVoiceJob) => Promise<CheckVoiceResult>;
}

/** Hears what was said. The ear is loaded when it is first needed and then kept. */
export function createHearer(inference: Inference): Hearer {
  let loaded: Promise<LoadedEar> | undefined;

  async function open(): Promise<LoadedEar> {
    const found = await findEar();
    const [heads, probes] = [await openPhoneHeads(found, inference), await openPhoneProbes(found, inference)];
    const judge = await openJudge(found, inference, heads, probes);
    const neighbours = await openNeighbours(found, inference, heads);
    // The judge is small: it shows which runtime works before the ear takes memory.
    const fault = inference.reason === undefined ? null : earMemoryFault('wasm');
    if (fault !== null) throw fault;
    const ear = await openEar(found, inference);
    const soundsOf = (language: string): WordSounds | undefined => (heads.get(primaryLanguage(language)) ?? probes.get(primaryLanguage(language)))?.sounds;
    const nearWordsOf = (language: string): FindNearWords | undefined => neighbours.get(primaryLanguage(language));
    return { found, ear, teach: createTeacher(ear), decision: found.manifest.decision, soundsOf, judge, judgedBy: earFingerprint(found), nearWordsOf };
  }

  function load(): Promise<LoadedEar> {
    loaded ??= open();
    loaded.catch(() => (loaded = undefined)); // the package may be installed meanwhile
    return loaded;
  }

  async function hear({ wav, language, text, noise, speech }: HearJob): Promise<HearResult> {
    const { audio, facts } = readRecording(wav, noise);
    const teacher = await load();
    const { ear, found, judgedBy: judge } = teacher;
    const prompt = ear.tokens.prompt(language);
    if (prompt === null) throw new PronError('PRON_EAR_LANGUAGE', { language, available: found.manifest.languages.join(', ') });
    const started = performance.now();
    const { samples, startMs, speechMs } = earSamples(audio);
    if (speechMs > EAR_MOST_SECONDS * 1000) {
      throw new PronError('PRON_EAR_LONG', { seconds: Math.round(speechMs / 1000), limit: EAR_MOST_SECONDS });
    }
    const heard = { language, model: found.manifest.name, judge, backend: ear.backend, ...ownPhonesOf(found, language) };
    const ms = (): number => performance.now() - started;
    // The decoder makes up a sentence for anything: noise, music, a cough.
    if ((speech === undefined ? speechIn(audio) : speech) === null) {
      return { heard: { ...heard, text: '', sure: true, completeness: null, words: [], insertions: [], ms: ms() }, facts };
    }
    const spoken = text === undefined ? undefined : spokenOrWritten(text, language);
    if (spoken !== undefined && ear.tokens.encode(spoken.text).length > EAR_MOST_TOKENS) throw new PronError('PRON_EAR_TEXT');
    const listened = await ear.listen(samples);
    const said =
      spoken === undefined
        ? await asHeard(teacher, listened, language, prompt, startMs)
        : byWrittenWords(await compared(teacher, { listened, samples, startMs, pronounced: spoken.pronounced }, { text: spoken.text, language, prompt }), writtenIn(spoken));
    return { heard: { ...heard, ...said, ms: ms() }, facts };
  }

  async function checkVoice({ wav, language, text }: CheckVoiceJob): Promise<CheckVoiceResult> {
    const { audio, facts } = readRecording(wav);
    const speech = speechIn(audio);
    if (speech === null) return { listened: false, fault: 'silent' };
    const teacher = await loaded;
    if (teacher === undefined || teacher.ear.tokens.prompt(language) === null) return { listened: false, fault: null };
    const { heard } = await hear({ kind: 'hear', wav, language, text, noise: facts.noise, speech });
    return { listened: true, fault: voiceFault(heard) };
  }

  return { hear, loadEar: () => load().then(() => null), checkVoice };
}

function ownPhonesOf({ own }: FoundEar, language: string): Pick<Heard, 'ownPhones'> {
  if (own?.file.language !== primaryLanguage(language)) return {};
  const { created, recordings } = own.file;
  return { ownPhones: { created, recordings } };
}

function speechIn({ samples, sampleRate }: Audio): Span | null {
  const found = findSpeech(samples, sampleRate);
  return found && { startMs: (1000 * found.start) / sampleRate, endMs: (1000 * found.end) / sampleRate };
}

type Answer = Pronounced & Pick<Heard, 'sure' | 'rating' | 'phones' | 'hints'>;

/** The written words that are spoken. */
function writtenIn({ words }: Spoken): WrittenWord[] {
  return words.flatMap(({ written, spoken }) => (spoken === '' ? [] : [{ text: bareWord(written), spoken: spoken.split(' ').length }]));
}

/** What became of the words of an expected text, and how they were said. */
async function compared(teacher: LoadedEar, recording: Omit<HeardText, 'taught' | 'words'>, expected: ExpectedText): Promise<Answer> {
  const { listened, startMs } = recording;
  const { text, language } = expected;
  const { words, end } = spell(text, language);
  const edits = await findEdits(teacher, listened, expected);
  const findNear = isMostlySaid(edits, words.length) ? teacher.nearWordsOf(language) : undefined;
  const near = (await findNear?.(teacher, listened, { ...edits, end, language }, words)) ?? [];
  const said = pronounced(edits, words, startMs, near);
  const judged = await teacher.judge({ ...recording, taught: edits.expected, words }, language);
  const { rating, phones, syllables } = judged;
  const hints = [...(edits.sure ? judged.hints : []), ...near.map((word) => nearHint(word, words, phones))];
  const rated = said.words.map((word, i) => {
    const own = syllables[i] ?? [];
    return { ...word, score: judged.words[i] ?? 0, ...(own.length === 0 ? {} : { syllables: own }) };
  });
  return { ...said, words: rated, rating, ...(phones.length === 0 ? {} : { phones }), ...(hints.length === 0 ? {} : { hints }), sure: edits.sure };
}

/** Whether at least half of the words were said, rightly or otherwise. In another text one sound more or less makes no word the expected one. */
function isMostlySaid({ said }: Pick<Edits, 'said'>, words: number): boolean {
  return said.filter(({ place }) => place !== null).length >= words / 2;
}

/** The words of a transcript, with their times. */
async function asHeard(
  { ear, teach, decision }: Teacher,
  listened: Listened,
  language: string,
  prompt: readonly number[],
  startMs: number,
): Promise<Answer> {
  const transcript = await transcribe(ear, listened, prompt);
  const spelled = spell(transcript.text, language);
  const said = spelled.pieces.map((piece, place) => ({ text: piece.trim(), place }));
  const taught = await teach(listened, spelled, prompt);
  return { ...pronounced({ said, taught }, spelled.words, startMs), completeness: null, sure: isSure(transcript, decision) };
}
