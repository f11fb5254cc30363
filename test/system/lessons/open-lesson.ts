import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, ROOT, type FlowNode, type RunningNodeRed } from '../support/node-red';

const FOLDER = join(ROOT, 'examples', 'lessons');

/** A row of a lesson's table: scores, verdicts, measurements and pictures, by column. */
export type Row = Readonly<Record<string, string | number>>;

/** A lesson that runs in a Node-RED. */
export interface OpenLesson {
  /** Its page's address. */
  readonly address: string;
  /** Presses the button of this name. */
  readonly press: (name: string) => Promise<void>;
  /** What the page shows now. */
  readonly read: () => Promise<Data>;
  /** Presses a button and waits for the rows of its recording, by what was done. */
  readonly rowsOf: (name: string, recording?: string) => Promise<Readonly<Record<string, Row>>>;
  /** What the lesson says in words of a recording. */
  readonly saidOf: (recording: string) => Promise<string>;
}

export interface Data {
  readonly rows: readonly Row[];
  readonly findings: Readonly<Record<string, string>>;
  readonly error: string;
}

/** Deploys the example flow of a lesson. */
export async function openLesson(red: RunningNodeRed, number: number): Promise<OpenLesson> {
  const file = readdirSync(FOLDER).find((name) => name.startsWith(`Lesson ${number} - `));
  assert.ok(file, `there is no lesson ${number}`);
  const nodes = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as FlowNode[];
  const said = red.log().length;
  await red.deploy(nodes);
  assert.doesNotMatch(red.log().slice(said), /\[error\]|missing/i);

  const address = `${red.address}/lesson-${number}`;
  const read = async (): Promise<Data> => (await fetch(`${address}/data`)).json() as Promise<Data>;
  const saidOf = (recording: string): Promise<string> =>
    eventually(`what lesson ${number} says of ${recording}`, async () => {
      const { findings, error } = await read();
      assert.equal(error, '');
      return findings[recording];
    });
  async function press(name: string): Promise<void> {
    const button = nodes.find((node) => node.type === 'inject' && node.name === name);
    assert.ok(button, `${file} has no button ${name}`);
    await red.press(button.id);
  }

  return {
    address,
    press,
    read,
    saidOf,
    rowsOf: async (name, recording = name) => {
      await press(name);
      await saidOf(recording);
      const { rows } = await read();
      const own = rows.filter((row) => row.recording === recording);
      for (const row of own) console.log(`      ${recording}, ${lineOf(row)}`);
      return Object.fromEntries(own.map((row) => [String(row.way), row]));
    },
  };
}

/** A row without its pictures, for the tables of docs/lessons.md. */
function lineOf({ way = '', ...columns }: Row): string {
  const shown = Object.entries(columns).filter(([name, value]) => name !== 'recording' && String(value).length < 40);
  return `${way}: ${shown.map(([name, value]) => `${name} ${value}`).join(', ')}`;
}

/** A number of a row; fails where there is none, such as a verdict in place of a score. */
export function numberOf(rows: Readonly<Record<string, Row>>, way: string, column: string): number {
  const value = rows[way]?.[column];
  assert.equal(typeof value, 'number', `${way}, ${column}: ${String(value)}`);
  return value as number;
}

/** The points of a row; none for a refusal. */
export function pointsOf(rows: Readonly<Record<string, Row>>, way: string, model: string): number {
  const value = rows[way]?.[model];
  assert.ok(value !== undefined, `no row ${way}, or none of ${model}`);
  return typeof value === 'number' ? value : 0;
}
