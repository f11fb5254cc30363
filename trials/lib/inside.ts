import { join } from 'node:path';
import type { RunningNodeRed } from '../../test/system/support/node-red';

/** Lines for a settings file that make `ask` work. @param tools by name, the .cjs file that exports `tool`, below
 *  trials/ */
export function insideSettings(tools: Readonly<Record<string, string>>): string {
  const file = (path: string): string => JSON.stringify(join(__dirname, '..', path));
  const entries = Object.entries(tools).map(([name, path]) => `${name}: require(${file(path)}).tool`);
  return `require(${file('lib/inside-runtime.cjs')}).openInside(settings, { ${entries.join(', ')} });`;
}

/** Calls a tool inside Node-RED's process. @throws Error with the tool's message */
export async function ask<T>(red: RunningNodeRed, tool: string, question: Readonly<Record<string, string>> = {}): Promise<T> {
  const answer = await fetch(`${red.address}/inside/${tool}?${new URLSearchParams(question).toString()}`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}
