import type { Outcome } from './outcome';

/** An input that can be reproduced: `--only KIND --from INDEX --count 1` with the same seed. */
export interface Tried extends Outcome {
  readonly kind: string;
  readonly index: number;
  /** How the input was changed. */
  readonly how: string;
}

export interface KindCounts {
  tried: number;
  accepted: number;
  /** Number of refusals by code. */
  readonly refused: Map<string, number>;
  /** Number of inputs by the last stage that they reached. */
  readonly reached: Map<string, number>;
}

export interface Tally {
  readonly kinds: ReadonlyMap<string, KindCounts>;
  /** The inputs that showed a fault. */
  readonly faulty: readonly Tried[];
  readonly add: (tried: Tried) => void;
}

export function createTally(): Tally {
  const kinds = new Map<string, KindCounts>();
  const faulty: Tried[] = [];
  return {
    kinds,
    faulty,
    add(tried) {
      const counts = kinds.get(tried.kind) ?? { tried: 0, accepted: 0, refused: new Map(), reached: new Map() };
      kinds.set(tried.kind, counts);
      counts.tried++;
      if (tried.accepted) counts.accepted++;
      else count(counts.refused, tried.code ?? 'nothing');
      if (tried.reached !== undefined) count(counts.reached, tried.reached);
      if (tried.faults.length > 0) faulty.push(tried);
    },
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Share of the WAVs whose header was good enough for their samples to be decoded. */
export function decodedShare({ kinds }: Tally): number {
  const wavs = kinds.get('WAVs');
  return wavs === undefined ? 0 : (wavs.reached.get('decoder') ?? 0) / wavs.tried;
}

/** The counts in words, and each fault with what made it. */
export function report(tally: Tally): string {
  const lines: string[] = [];
  let tried = 0;
  for (const [kind, counts] of tally.kinds) {
    tried += counts.tried;
    const refused = [...counts.refused].sort(([, a], [, b]) => b - a).map(([code, n]) => `${n} ${code}`);
    lines.push(`${kind}: ${counts.tried} tried, ${counts.accepted} accepted, ${counts.tried - counts.accepted} refused (${refused.join(', ')})`);
  }
  if (tally.kinds.has('WAVs')) lines.push(`WAVs that got past the header into the decoder: ${(100 * decodedShare(tally)).toFixed(1)} %`);
  for (const { kind, index, how, faults } of tally.faulty) {
    lines.push(`FAULT in ${kind} ${index} (${how}):`, ...faults.map((fault) => `  ${fault}`));
  }
  lines.push(`${tried} bad inputs, ${tally.faulty.length} with a fault (crash, hang, NaN, or not one clear error)`);
  return lines.join('\n');
}
