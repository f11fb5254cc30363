/** How good a model is; null if its manifest does not say. */
export interface ModelFigures {
  /** Correlation of its scores with the mean of the human ratings. */
  readonly agreement: number | null;
  /** Fraction of recordings of other sentences that get a score although they should be refused. */
  readonly otherSentencesPassed: number | null;
}

/** Where a manifest's `figures` may hold them: from the report set, which was never used for training, or from the set that
 *  was used to choose the best model. */
const AGREEMENT = ['reportSet.pearson', 'choiceSet.pearson'];
const OTHER_SENTENCES = ['reportSet.falseAccept', 'choiceSet.wrongSentence.falseAccept'];

export function modelFigures(figures: object): ModelFigures {
  return { agreement: firstNumber(figures, AGREEMENT), otherSentencesPassed: firstNumber(figures, OTHER_SENTENCES) };
}

/** The first number among the values at these paths; null if there is none. */
export function firstNumber(figures: object, paths: readonly string[]): number | null {
  const found = paths.map((path) => valueAt(figures, path)).find((value) => typeof value === 'number');
  return found ?? null;
}

function valueAt(figures: object, path: string): unknown {
  return path.split('.').reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    figures,
  );
}
