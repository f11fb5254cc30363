import { earBoardFigures } from './figures';

/** Prints how long the ear would take on a Raspberry Pi: estimates from counted products. `--record` writes them down. */
async function main(): Promise<void> {
  const figures = earBoardFigures();
  for (const { name, value, unit } of figures) {
    const shown = typeof value === 'number' ? value.toFixed(0) : value;
    process.stdout.write(`${name}: ${shown}${unit === undefined ? '' : ` ${unit}`}\n`);
  }
  if (!process.argv.includes('--record')) return;
  const { recordFigures } = await import('../../tools/lib/record.mjs');
  recordFigures('ear-boards', 'node tools/run.mjs trials/ear-boards', figures);
}

void main();
