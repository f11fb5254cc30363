// One evening with a real Raspberry Pi, a USB microphone and three LEDs: `node tools/run.mjs tools/hardware`.
// docs/hardware.md says how to prepare it and what to see. The figures go to docs/figures/hardware.json.
import { parseArgs } from 'node:util';
import type { RecordedFigure } from '../lib/record.mjs' with { 'resolution-mode': 'import' };
import { lights } from './lights';
import { doctor, isRaspberryPi } from './machine';
import { sound } from './sound';
import { speed } from './speed';
import type { Step } from './step';

const STEPS: Readonly<Record<string, Step>> = { doctor, sound, lights, speed };

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const { recordFigures, rounded } = await import('../lib/record.mjs');
  const names = values.only?.split(',') ?? Object.keys(STEPS);
  const figures: RecordedFigure[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const step = STEPS[name];
    if (step === undefined) throw new Error(`There is no step "${name}": use ${Object.keys(STEPS).join(', ')}.`);
    console.log(`\n${step.title}`);
    const result = await step.run();
    for (const { name: figure, value, unit = '', target } of result.figures) {
      console.log(`  ${figure}: ${rounded(value) ?? 'not here'} ${unit}${target === undefined ? '' : ` (${target})`}`.trimEnd());
    }
    figures.push(...result.figures);
    missing.push(...result.missing);
  }
  console.log(missing.length === 0 ? '\nNothing is missing.' : `\nMissing:\n${missing.map((line) => `  ${line}\n`).join('')}`);
  if (!isRaspberryPi() || values.only !== undefined) {
    console.log('Nothing is recorded: that needs a Raspberry Pi and all steps.');
    return;
  }
  recordFigures('hardware', 'node tools/run.mjs tools/hardware', figures);
  console.log('The figures are in docs/figures/hardware.json. Now run: npm run generate');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
