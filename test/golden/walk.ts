import { compare } from './compare';
import type { Entry, GoldenFolder } from './manifest';
import { FULL_GOLDEN, openGolden, SMALL_GOLDEN } from './manifest';
import { recompute } from './operations';
import { readStored } from './stored';

/** How the entries of one operation fared. */
export interface Walk {
  readonly compared: number;
  readonly skipped: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** Recomputes an entry and compares it: undefined where it is within its tolerance. */
export function checkEntry(golden: GoldenFolder, entry: Entry): string | undefined {
  return compare(recompute(golden, entry), readStored(golden.root, entry), entry);
}

/** Checks every entry of a manifest. An entry that can't be computed at all counts as skipped. */
export function walk(golden: GoldenFolder): Walk {
  const counts: Record<string, number> = {};
  const failures: string[] = [];
  let skipped = 0;
  for (const entry of golden.manifest.entries) {
    try {
      const failure = checkEntry(golden, entry);
      counts[entry.operation] = (counts[entry.operation] ?? 0) + 1;
      if (failure !== undefined) failures.push(`${entry.id}: ${failure}`);
    } catch (error) {
      skipped++;
      failures.push(`${entry.id}: ${String(error)}`);
    }
  }
  return { compared: golden.manifest.entries.length - skipped, skipped, counts, failures };
}

/** The lines that the test and the command print. */
export function report({ compared, skipped, counts, failures }: Walk): string {
  const lines = Object.entries(counts).map(([operation, count]) => `  ${operation} ${count}`);
  return [...failures, ...lines, `${compared} compared, ${skipped} skipped`].join('\n');
}

if (require.main === module) {
  const golden = openGolden(FULL_GOLDEN) ?? openGolden(SMALL_GOLDEN);
  if (golden === undefined) throw new Error('There is no golden data.');
  const result = walk(golden);
  console.log(`${golden.root}\n${report(result)}`);
  process.exitCode = result.failures.length === 0 ? 0 : 1;
}
