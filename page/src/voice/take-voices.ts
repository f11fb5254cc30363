import type { State } from '../station/state';
import type { TeacherVoice, VoicesMessage } from './messages';

/** The page's own voice, where a teacher's is gone. */
const USUAL_VOICE = 'low';

/** The teacher whose voice the learner has chosen. */
export function chosenTeacher({ teachers, voice }: State): TeacherVoice | undefined {
  return teachers.find(({ name }) => name === voice);
}

/** Takes the list of voices. A voice that is gone is left; a recording that is new is asked for. */
export function takeVoices(state: State, { payload }: VoicesMessage, { prepare, chooseVoice }: { prepare: () => void; chooseVoice: (voice: string) => void }): void {
  const before = chosenTeacher(state);
  state.teachers = payload.voices;
  state.teachersPin = payload.hasPin;
  const isOwn = state.voice === 'low' || state.voice === 'high';
  const teacher = chosenTeacher(state);
  if (!isOwn && teacher === undefined) chooseVoice(USUAL_VOICE);
  const has = (one: TeacherVoice | undefined): boolean => one?.recordings.some(({ language, text }) => language === state.language && text === state.text) === true;
  if (state.phase === 'idle' && before !== undefined && has(teacher) && !has(before)) prepare();
}
