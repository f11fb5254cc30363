/** A correct reading scores at least this. */
export const MIN_CORRECT = 70;
/** A mispronounced one scores at least this much less than the correct one of its language. */
export const MIN_DIFFERENCE = 15;

const isScored = ({ score }) => score.verdict === 'scored' && typeof score.value === 'number';

const RULES = {
  native: (result) => isScored(result) && result.score.value >= MIN_CORRECT,
  correct: (result) => isScored(result) && result.score.value >= MIN_CORRECT,
  mispronounced: (result, results) => {
    const correct = results.find((other) => other.name === `${result.language}-correct`);
    return isScored(result) && isScored(correct) && result.score.value <= correct.score.value - MIN_DIFFERENCE;
  },
  'another-sentence': ({ score }) => score.verdict === 'wrong-sentence',
  silence: ({ score }) => score.verdict === 'no-speech',
};

const EXPECTED = {
  native: `a score of at least ${MIN_CORRECT}`,
  correct: `a score of at least ${MIN_CORRECT}`,
  mispronounced: `a score at least ${MIN_DIFFERENCE} below the correct one`,
  'another-sentence': 'the verdict wrong-sentence',
  silence: 'the verdict no-speech',
};

/**
 * Judges results {name: 'ko-correct', language: 'ko', score: {verdict, value}}.
 * Returns the count of right ones and, for each wrong one, a sentence that says what was expected.
 */
export function judge(results) {
  const wrong = results
    .filter((result) => !RULES[result.name.slice(3)](result, results))
    .map(({ name }) => `${name} is wrong: expected ${EXPECTED[name.slice(3)]}.`);
  return { right: results.length - wrong.length, wrong };
}
