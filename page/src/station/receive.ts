import type { Place } from '../class/learner/place';
import type { Attempting } from './attempt';
import { renewed } from './addresses';
import { addToHistory } from './history';
import type { ErrorMessage, ReferenceMessage, ResultMessage, SentencesMessage, Told } from './messages';
import type { State } from './state';
import type { VoiceTold } from '../voice/messages';
import { remember, remembered } from './storage';
import { takeVoices } from '../voice/take-voices';
import type { Walk } from '../voice/walk';

/** What the receivers need of the station. */
export interface Hands {
  readonly attempting: Attempting;
  /** Asks the voice for the sentence. */
  readonly prepare: () => void;
  /** Limits the list to the sentences of the class's exercise. */
  readonly limit: () => void;
  readonly place: Place;
  /** Keeps a result on this device. */
  readonly keep: (result: ResultMessage) => void;
  /** Goes on in the drill of a word. */
  readonly drilled: (result: ResultMessage) => void;
  readonly chooseVoice: (voice: string) => void;
  readonly walk: Walk;
}

/** Takes the teacher's list. A learner may have been quicker than it. */
function takeSentences(state: State, { payload, list, problems = [], bundled = [], earIsLoading = false, version = '', editing = state.editing }: SentencesMessage, { prepare, limit }: Hands): void {
  // A flow of one's own may know nothing of translations and lessons.
  const plain = (): State['sentences'] => Object.fromEntries(Object.entries(payload).map(([language, texts]) => [language, texts.map((text) => ({ text }))]));
  Object.assign(state, { whole: list ?? plain(), problems: problems.slice(0, 5), bundled, earIsLoading, version, editing });
  limit();
  if (state.text !== '') return;
  const languages = Object.keys(state.sentences);
  const wished = remembered('language', '');
  state.language = languages.includes(wished) ? wished : (languages[0] ?? 'ko');
  state.text = state.sentences[state.language]?.[0]?.text ?? '';
  prepare();
}

function takeReference(state: State, { payload, text, voice, speaker = '', words = [], places = [], otherLetters = false }: ReferenceMessage): void {
  if (text !== state.text || voice !== state.voice) return;
  state.reference = { address: renewed(state.reference?.address, payload, 'audio/wav') ?? '', sayings: words, places, hasOtherLetters: otherLetters, speaker };
  state.preparing = false;
  remember('language', state.language);
}

function takeResult(state: State, told: ResultMessage, { attempting, keep, place, drilled }: Hands): void {
  const { score, words, change, hint, said, prosody, picture, recording, scored, noise } = told;
  place.scored(state.attempt);
  attempting.finish();
  state.problem = null;
  state.tiers = score.tiers;
  remember('tiers', JSON.stringify(score.tiers));
  const old = state.result;
  state.result = {
    value: score.value, verdict: score.verdict, tier: score.tier, words, change, hint, said, melody: prosody,
    picture: renewed(old?.picture, picture, 'image/png'),
    recording: renewed(old?.recording, recording, 'audio/wav'),
    compared: renewed(old?.compared, scored, 'audio/wav'),
  };
  if (noise !== undefined) state.light = noise;
  if (score.value !== null) addToHistory(state, score.value);
  keep(told);
  drilled(told);
}

function takeError(state: State, { payload, code = '', pronunciation }: ErrorMessage, { attempting, place }: Hands): void {
  state.preparing = false;
  place.failed(pronunciation?.attempt ?? '');
  state.voiceMayBeLost = pronunciation?.attempt === undefined || code === 'PRON_NO_REFERENCE';
  attempting.fail(code === '' ? 'error' : code, payload);
}

function isFile(told: Extract<Told, { topic: 'kept' }>): told is Extract<VoiceTold, { topic: 'kept' }> {
  return typeof told.payload === 'string';
}

/** Takes what the flow tells. What belongs to another try than the one that the page waits for is dropped. */
export function receive(state: State, told: Told, hands: Hands): void {
  const attempt = told.pronunciation?.attempt;
  const isOther = attempt !== undefined && attempt !== state.attempt;
  switch (told.topic) {
    case 'sentences':
      takeSentences(state, told, hands);
      break;
    case 'reference':
      takeReference(state, told);
      break;
    case 'result':
      if (!isOther) takeResult(state, told, hands);
      break;
    case 'error':
      if (!hands.walk.receive(told) && !isOther) takeError(state, told, hands);
      break;
    case 'level':
      hands.attempting.takeLevel(told.payload);
      break;
    case 'ear':
      state.earIsLoading = told.payload;
      break;
    case 'preview':
    case 'saved':
      break;
    case 'voices':
      takeVoices(state, told, hands);
      break;
    case 'checked':
    case 'deleted':
      hands.walk.receive(told);
      break;
    case 'kept':
      // The class answers with a number, the keeper of voices with the name of a file.
      if (isFile(told)) hands.walk.receive(told);
      else hands.place.receive(told);
      break;
    default:
      hands.place.receive(told);
  }
}
