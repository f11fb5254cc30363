import type { HeldOut } from './cross-validate';
import type { ProbeFigures } from './measure-probe';

/** Fewer tokens than this of a phone in all are few. */
export const FEW_TOKENS = 10;

/** A phone of the probe with the numbers of its tokens. */
export interface PhoneCount {
  /** As a Korean reads it. */
  readonly name: string;
  readonly own: number;
  /** With those that the ear has learned from before. */
  readonly all: number;
}

/** How many tokens each phone has, and which ones are still rare. */
export function tokensReport(counts: readonly PhoneCount[]): string {
  const listed = [...counts].sort((a, b) => a.all - b.all).map(({ name, own, all }) => `${name} ${own} (${all})`);
  const rare = counts.filter(({ all }) => all < FEW_TOKENS).map(({ name }) => name);
  const lines = Array.from({ length: Math.ceil(listed.length / 8) }, (_, i) => `  ${listed.slice(8 * i, 8 * i + 8).join('  ')}`);
  const rarely = rare.length === 0 ? 'No sound is rare any more.' : `Rare, with fewer than ${FEW_TOKENS}: ${rare.join(', ')}. Record words with them.`;
  return `Sounds in your recordings (and in all that it has learned from):\n${lines.join('\n')}\n${rarely}\n`;
}

/** Before and after, on what was held out. */
export function heldOutReport({ heldOut, before, after }: HeldOut): string {
  const of = heldOut === 'speakers' ? 'speakers' : 'recordings';
  return [
    `Tried on ${of} that it had not learned from, ${before.phones} sounds:`,
    `  before  ${figuresLine(before)}`,
    `  after   ${figuresLine(after)}`,
    '',
  ].join('\n');
}

function figuresLine({ right, evidence }: ProbeFigures): string {
  return `${(100 * right).toFixed(1)} of 100 sounds heard as written, mean evidence ${evidence.toFixed(3)}`;
}
