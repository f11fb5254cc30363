import type { SpeakRequest } from '../../voices';
import { manySentences, type Sentence } from './sentences';
import { recordingOf, voiceEngine, type Speaker } from './voice';

/** One sentence of a session: nobody else has it. */
export interface Exercise {
  readonly reference: Buffer;
  readonly learner: Buffer;
}

/** The session of one learner, who practises the sentences in turn. */
export interface Session {
  readonly name: string;
  readonly exercises: readonly [Exercise, Exercise];
}

const TEACHER: Speaker = { rate: 175, pitch: 50 };

/** Recordings for `count` sessions: each has its own sentences and its own voice. */
export async function makeSessions(count: number): Promise<Session[]> {
  const engine = await voiceEngine();
  const sentences = manySentences(2 * count);
  const sessions: Session[] = [];
  for (let i = 0; i < count; i++) {
    const exercise = (number: number): Promise<Exercise> => makeExercise(engine, sentences[number] as Sentence, number); // there are twice as many
    // A voice's queue holds only a few texts.
    const exercises = await Promise.all([exercise(2 * i), exercise(2 * i + 1)]);
    sessions.push({ name: `session ${i}`, exercises });
  }
  return sessions;
}

async function makeExercise(engine: SpeakRequest['engine'], sentence: Sentence, number: number): Promise<Exercise> {
  const learner: Speaker = { rate: 140 + (number % 9) * 8, pitch: 35 + (number % 7) * 5 };
  const seed = 2 * number + 1;
  return {
    reference: await recordingOf(engine, sentence, TEACHER, seed),
    learner: await recordingOf(engine, sentence, learner, seed + 1),
  };
}
