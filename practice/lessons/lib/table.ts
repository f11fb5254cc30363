import type { Flow } from '../../flow/flow';
import { code } from './code';
import { addEnd } from './queue';
import type { LessonTable, LessonText } from './lesson';

/** The models that come with the nodes, and what their columns are called. */
export const MODELS = ['default', 'picture-gray', 'picture-colour'] as const;
export const MODEL_COLUMNS = [
  { key: 'default', title: 'default model' },
  { key: 'picture-gray', title: 'gray pictures' },
  { key: 'picture-colour', title: 'colour pictures' },
] as const;

/**
 * Nodes that bring a lesson's scores into one table and say in words what it teaches, to the right of `at`.
 * @param finding what a Function node makes the sentence with; its `msg.payload` holds the rows of one press
 * @returns the key of the node that takes scored messages
 */
export function addTable(flow: Flow, text: LessonText, table: LessonTable, at: readonly [number, number], finding: string): string {
  const [x, y] = at;
  const lesson = { title: `Lesson ${text.number} - ${text.title}`, question: text.question, press: text.press, ...table, rows: [], count: 0 };
  const initialize = `flow.set('lesson', ${JSON.stringify(lesson)});\nflow.set('findings', {});\nflow.set('error', '');\n`;
  flow.add('table', 'function', { name: 'table', func: code('lib/collect.js'), initialize, at: [x, y], to: ['finding', 'rows', addEnd(flow, 'table done', [x + 75, y - 100])] });
  flow.add('rows', 'debug', { name: 'the table', at: [x + 160, y - 60] });
  flow.add('finding', 'function', { name: 'what it says', func: finding, at: [x + 160, y], to: ['keep'] });
  flow.add('keep', 'function', { name: 'keep', func: code('lib/keep.js'), at: [x + 150, y + 60], to: ['said'] });
  flow.add('said', 'debug', { name: 'in words', tostatus: true, at: [x + 150, y + 120] });
  return 'table';
}

/** A change node that names the way a message has come; its own name is the way. */
export function addWay(flow: Flow, way: string, at: readonly [number, number], to: readonly string[]): string {
  return flow.add(way, 'change', { name: way, rules: [{ t: 'set', p: 'way', pt: 'msg', to: way, tot: 'str' }], at, to });
}

/**
 * Mel and score nodes for each of the models that come with the nodes.
 * @param at of the first mel node; one model every 60 pixels below
 * @param to where scores and verdicts go
 * @returns the keys of the mel nodes, to which references and learners are wired
 */
export function addModels(flow: Flow, [x, y]: readonly [number, number], to: string, picture = 'none'): string[] {
  return MODELS.map((model, i) => {
    const line = y + 60 * i;
    flow.add(`score ${model}`, 'pron-score', { name: model, model, at: [x + 170, line], to: [[to], [to]] });
    return flow.add(`mel ${model}`, 'pron-mel', { model, picture, at: [x, line], to: [`score ${model}`] });
  });
}
