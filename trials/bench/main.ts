import { cpus } from 'node:os';
import { record } from '../lib/record';
import { BOARD_NAMES, budgetOf, budgetText, speedOf, thisModel } from './budget';
import { readArguments, USAGE, type BenchArguments } from './arguments';
import { verdictOf, type Section } from './figure';
import { recordedFigure } from './recorded';
import { LONG, SHORT } from './plan';
import { earSection } from './sections/ear';
import { engineSection } from './sections/engines';
import { flowSections } from './sections/flow';
import { comparisonSections, stageSections } from './sections/stages';
import { figuresTable } from './table';
import { yardstickMs } from './yardstick';

/** Measures the figures that have targets, and prints them beside their targets. */
async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2), BOARD_NAMES);
  if (wanted.help) {
    process.stdout.write(USAGE);
    return;
  }
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node.js ${process.version}`;
  const before = await yardstickMs();
  const sections = await measured(wanted);
  // Measured before and after, because the machine may have become slower or faster meanwhile.
  const yardstick = (before + (await yardstickMs())) / 2;
  const budget = wanted.budget === null ? null : budgetOf(wanted.budget, sections, yardstick, thisModel());

  const figures = sections.flatMap((section) => section.figures);
  const speed = speedOf(yardstick);
  const missed = figures.filter((figure) => verdictOf(figure, speed) === 'MISSED');
  if (wanted.json) {
    const judged = sections.map((section) => ({
      ...section,
      figures: section.figures.map((figure) => ({ ...figure, verdict: verdictOf(figure, speed) })),
    }));
    process.stdout.write(`${JSON.stringify({ machine, yardstickMs: yardstick, sections: judged, budget }, null, 2)}\n`);
  } else {
    const head = `${machine}\nYardstick: 10,000 real FFTs of 1,024 points by fft.js: ${yardstick.toFixed(1)} ms CPU (this machine is ${speed.toFixed(2)} times as fast as the reference machine). Times are ms.\n`;
    process.stdout.write([head, figuresTable(sections, yardstick), ...(budget === null ? [] : [budgetText(budget)])].join('\n'));
    process.stdout.write(missed.length === 0 ? 'No target missed.\n' : `Missed: ${missed.map(({ name, id }) => `${name} (${id})`).join('; ')}.\n`);
  }
  if (wanted.record) await record('bench', figures.map((figure) => recordedFigure(figure, speed)));
  const failed = budget?.isHere === true ? budget.lines.some(({ verdict }) => verdict === 'MISSED') : missed.length > 0;
  if (wanted.check && failed) process.exitCode = 1;
}

async function measured({ short, parts, json }: BenchArguments): Promise<Section[]> {
  const plan = short ? SHORT : LONG;
  const sections: Section[] = [];
  const say = (what: string): void => {
    if (!json) process.stderr.write(`Measuring ${what} ...\n`);
  };
  if (parts.includes('stages')) {
    say('stages');
    sections.push(...(await stageSections(plan)), ...(await comparisonSections(plan)));
  }
  if (parts.includes('engines')) {
    say('engines');
    for (const backend of ['native', 'wasm'] as const) sections.push(await engineSection(backend, plan));
  }
  if (parts.includes('ear')) {
    say('the ear');
    for (const backend of ['native', 'wasm'] as const) sections.push(await earSection(backend, plan));
  }
  if (parts.includes('flow')) {
    say('a flow in Node-RED');
    sections.push(...(await flowSections(plan)));
  }
  return sections;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
