import { afterTry, startDrill } from '../progress/drill';
import { gradeOf } from '../progress/kept-result';
import type { ResultMessage } from './messages';
import type { State } from './state';

/** The drill of one word of a sentence, as the learner goes through it. */
export interface Drilling {
  /** Goes to the weakest word of the result that is shown. */
  readonly begin: () => void;
  /** Goes back to the sentence, from anywhere in the drill. */
  readonly leave: () => void;
  /** Takes the result of what is shown. */
  readonly take: (result: ResultMessage) => void;
}

/** @param show shows another text of the same language, and lets the voice say it */
export function createDrilling(state: State, show: (text: string) => void): Drilling {
  return {
    begin: () => {
      const drill = startDrill(state.text, state.result?.words ?? []);
      if (drill === undefined) return;
      state.drill = drill;
      show(drill.word);
    },
    leave: () => {
      if (state.drill === null) return;
      const { step, sentence } = state.drill;
      if (step !== 'sentence') state.drill = null;
      show(sentence);
    },
    take: ({ score: { value, tiers } }) => {
      const { drill } = state;
      // A learner may go on with the word when it is good already.
      if (drill === null || state.text !== (drill.step === 'word' ? drill.word : drill.sentence)) return;
      const next = afterTry(drill, value === null ? null : gradeOf(value, tiers));
      state.drill = next.step === 'done' ? null : next;
    },
  };
}
