import type { Project } from '../hardware/pins';
import { wiringTable } from '../hardware/table';
import type { Flow } from '../../flow/flow';
import { PALETTE } from './palette';

/** Not part of the installed package. */
const DOCS = 'https://github.com/makerspeech/node-red-pronunciation/blob/HEAD/docs';

/** The description of the tab. */
export function tabInfo(what: string): string {
  return `${what}\n\nNeeds the palette \`${PALETTE}\` (Menu > Manage palette > Install) and a Raspberry Pi. `
    + 'Elsewhere the GPIO nodes say *not available*, and their status shows what they would do.';
}

/** A comment node beside the flow; its text is read in the editor's help or information sidebar. */
export function comment(flow: Flow, key: string, y: number, name: string, info: string): void {
  flow.add(key, 'comment', { name, info, at: [300, y] });
}

/** The comment that says what to wire. */
export function wiringComment(flow: Flow, y: number, { name, parts }: Project, more: string): void {
  const info = `${wiringTable(parts)}\n\n${more}\n\n[Picture](${DOCS}/wiring/${name}.svg), [more](${DOCS}/gpio.md)`;
  comment(flow, 'wiring', y, '1. Wire it: which part goes to which pin stands in this comment', info);
}
