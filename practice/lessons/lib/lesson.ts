import { createFlow, type Flow } from '../../flow/flow';
import { code } from './code';
import { addEnd } from './queue';

/** A column of a lesson's table: a key of the rows, and its heading. */
export interface Column {
  readonly key: string;
  readonly title: string;
}

/** The texts of a lesson. */
export interface LessonText {
  readonly number: number;
  /** The name of its file and its tab. */
  readonly title: string;
  /** On the page, below the title. */
  readonly question: string;
  /** The main comment's name: what to press and where to look. */
  readonly press: string;
  /** The main comment's text, Markdown. */
  readonly info: string;
  /** The main comment's text in Korean. */
  readonly korean: string;
}

/** The rows and columns of a lesson's table. */
export interface LessonTable {
  /** The ways that a recording takes through the flow, in the order of the rows; one empty name if there is only one. */
  readonly ways: readonly string[];
  /** The models that score each way. */
  readonly models: readonly string[];
  readonly columns: readonly Column[];
}

/** The address of a lesson's page. */
export const addressOf = (number: number): string => `/lesson-${number}`;

/** The file of a lesson in examples/. */
export const fileOf = ({ number, title }: LessonText): string => `lessons/Lesson ${number} - ${title}.json`;

/** Begins a lesson's flow with its main comment. @param env the tab's variables */
export function createLesson({ number, title, question, press, info, korean }: LessonText, env: Readonly<Record<string, string>> = {}): Flow {
  const flow = createFlow(`Lesson ${number} - ${title}`, `${question}\n\nThe result: [${addressOf(number)}](${addressOf(number)}).`, env);
  flow.add('comment', 'comment', { name: press, info: `${info}\n\n${korean}`, at: [Math.round(60 + 3.6 * press.length), 40] });
  return flow;
}

/** The page of a lesson and the data that it asks for, in two lines of nodes from `y` down. */
export function addPage(flow: Flow, number: number, y: number, page = code('lib/page.html')): void {
  const address = addressOf(number);
  flow.add('page comment', 'comment', { name: `The page: open ${address} in a browser`, info: `Served by the nodes below, on this machine. The address is that of Node-RED with \`${address}\` in place of what follows the port, as a rule <http://127.0.0.1:1880${address}>.`, at: [220, y] });
  flow.add('page asked', 'http in', { method: 'get', url: address, at: [140, y + 40], to: ['page'] });
  flow.add('page', 'template', { name: 'page', template: page, syntax: 'plain', at: [330, y + 40], to: ['page sent'] });
  flow.add('page sent', 'http response', { headers: { 'content-type': 'text/html; charset=utf-8' }, at: [490, y + 40] });
  flow.add('data asked', 'http in', { method: 'get', url: `${address}/data`, at: [150, y + 80], to: ['data'] });
  flow.add('data', 'function', { name: 'newest results', func: code('lib/data.js'), at: [330, y + 80], to: ['data sent'] });
  flow.add('data sent', 'http response', { headers: { 'cache-control': 'no-store' }, at: [490, y + 80] });
}

/** Shows failures in the sidebar and on the page. @param hasQueue whether the next recording waits for the end of this one */
export function addCatch(flow: Flow, y: number, hasQueue = true): void {
  flow.add('catch', 'catch', { at: [130, y], to: ['failed'] });
  const ends = hasQueue ? [addEnd(flow, 'failed done', [455, y - 40])] : [];
  flow.add('failed', 'function', { name: 'what failed', func: code('lib/failed.js'), at: [330, y], to: ['error', ...ends] });
  flow.add('error', 'debug', { name: 'error', complete: 'error', at: [490, y] });
}
