import type own from '../../../locales/en-US/feedback.json';
import type { Feedback } from './feedback';
import { withParticle } from '../../../language/korean/particles';

/** The catalogues that the sentences are from: `feedback.json`, and of `judgement.json` what the score node tells a learner. */
export interface FeedbackTexts {
  readonly feedback: typeof own;
  readonly score: {
    readonly message: Readonly<Record<string, string>>;
    readonly contrast: Readonly<Record<string, string>>;
    readonly tier: Readonly<Record<string, string>>;
  };
}

/** A piece of a sentence; a strong one is a word of the learner's language. */
export interface SentencePart {
  readonly text: string;
  readonly strong?: true;
}

type Values = Readonly<Record<string, SentencePart>>;

const strong = (text: string): SentencePart => ({ text, strong: true });

/** The sentence under the number, in pieces. */
export function sentenceOf(feedback: Feedback, { feedback: own, score }: FeedbackTexts): readonly SentencePart[] {
  switch (feedback.kind) {
    case 'refused':
      return filled(score.message[feedback.verdict] ?? feedback.verdict, {});
    case 'left':
    case 'added':
    case 'moved':
      return filled(score.message[feedback.kind] ?? '', { words: strong(feedback.words) });
    case 'contrast': {
      const { contrast, expected, said } = feedback;
      return filled(score.contrast.sentence ?? '', { expected: strong(expected), said: strong(said), advice: { text: score.contrast[contrast] ?? '' } });
    }
    case 'exchanged':
    case 'word': {
      const { kind, word, say } = feedback;
      return say === undefined ? filled(own[kind].listen, { word: strong(word) }) : filled(own[kind].say, { word: strong(word), say: strong(say) });
    }
    case 'syllable':
      return filled(own.syllable, { word: strong(feedback.word), syllable: strong(feedback.syllable) });
    case 'nearly':
      return filled(own.nearly, { word: strong(feedback.word) });
    case 'pace':
      return filled(own.pace[feedback.pace], {});
    case 'ending':
      return filled(own.ending[feedback.ending], {});
    case 'praise':
      // A tier that a teacher has named has no text: its name is the text.
      return filled(score.tier[feedback.tier] ?? feedback.tier, {});
  }
}

/** The same in one line, as a screen reader says it. */
export function plainSentence(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** Fills `{name}` and `__name__`. What is filled in is never searched for names itself. */
function filled(template: string, values: Values): SentencePart[] {
  const parts: SentencePart[] = [];
  for (const piece of template.split(/(\{\w+\}|__\w+?__)/)) {
    const value = values[piece.replace(/^(?:\{|__)|(?:\}|__)$/g, '')];
    const isPlace = value !== undefined && /^(?:\{|__)/.test(piece);
    const text = isPlace ? value.text : withParticle(parts.at(-1)?.text ?? '', piece);
    if (text !== '') parts.push(isPlace ? value : { text });
  }
  return parts;
}
