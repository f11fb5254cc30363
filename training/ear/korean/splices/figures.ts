/** A sound, right or spliced, and by how many nats each witness prefers each other sound of its row to the expected one. */
export interface Tried {
  readonly kind: 'right' | 'sound' | 'with-vowel';
  readonly group: string;
  /** What was spliced in; '' in right speech. */
  readonly said: string;
  readonly others: readonly { readonly symbol: string; readonly leads: readonly [probe: number, measures: number] }[];
}

/** How one or both witnesses judge splices, shares. */
interface Follows {
  readonly follows: number;
  readonly keeps: number;
}

/**
 * How often the sound that was spliced in is the likeliest ("follows"), and how often the text's sound is ("keeps").
 * @param witness 0 the probe, 1 the measures
 */
export function followed(tried: readonly Tried[], witness: 0 | 1): Follows {
  const best = tried.map(({ others, said }) => {
    const likeliest = [...others].sort((a, b) => b.leads[witness] - a.leads[witness])[0];
    if (likeliest === undefined || likeliest.leads[witness] <= 0) return 'keeps';
    return likeliest.symbol === said ? 'follows' : 'other';
  });
  return { follows: shareOf(best, 'follows'), keeps: shareOf(best, 'keeps') };
}

/** What is named from a limit on: the other sound with the highest confidence; undefined where none reaches it. */
export function named({ others }: Tried, least: number, confidenceOf: (leads: readonly number[]) => number): string | undefined {
  const best = others.map(({ symbol, leads }) => ({ symbol, confidence: confidenceOf(leads) })).sort((a, b) => b.confidence - a.confidence)[0];
  return best !== undefined && best.confidence >= least ? best.symbol : undefined;
}

/** The lowest limit at which at most `share` of right sounds are named as others, above one half: both witnesses must prefer it. */
export function limitFor(right: readonly Tried[], share: number, confidenceOf: (leads: readonly number[]) => number): number {
  const confidences = right.map(({ others }) => Math.max(...others.map(({ leads }) => confidenceOf(leads)))).sort((a, b) => b - a);
  const allowed = Math.floor(share * right.length);
  return Math.max(0.5, Math.ceil(1000 * ((confidences[allowed] ?? 0) + 0.001)) / 1000);
}

function shareOf(values: readonly string[], wanted: string): number {
  return values.filter((value) => value === wanted).length / Math.max(1, values.length);
}
