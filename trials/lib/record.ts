import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import type { Growth } from './memory-growth';

/** Every program of `npm run NAME` that measures has this option. */
export const RECORD_OPTION = { record: { type: 'boolean', default: false } } as const;
export const RECORD_HELP = '--record      also writes the figures to docs/figures';

/** The command that started this process, `npm run NAME -- ARGUMENTS`, without the option `--record`. */
function commandLine(name: string): string {
  const args = process.argv.slice(2).filter((arg) => arg !== '--record');
  return ['npm run', name, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
}

/** Writes docs/figures/NAME.json, with the date, the commit and the machine. @param name of the npm script */
export async function record(name: string, figures: readonly RecordedFigure[]): Promise<void> {
  const { recordFigures } = await import('../../tools/lib/record.mjs');
  recordFigures(name, commandLine(name), figures);
}

/** The figures that grew from the first to the second half of a run. */
export function growthFigures(growths: readonly Growth[]): RecordedFigure[] {
  return growths.map(({ name, first, second, limit, isBytes }) => {
    const scale = isBytes ? 1e6 : 1;
    const target = `under ${limit / scale}${isBytes ? ' MB' : ''}`;
    return { name: `growth: ${name}`, value: (second - first) / scale, ...(isBytes ? { unit: 'MB' } : {}), target };
  });
}
