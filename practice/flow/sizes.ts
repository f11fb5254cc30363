import type { FlowNode } from './flow-types';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Widths of Arial's characters at 14 pixels; other characters are as wide as `a`. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijl'", 3.1], ["I.,:/ ft", 3.9], ['r-()', 4.7], ['ckJsvxyz', 7], ['ABEKPSVXY&', 9.3], ['CDHNRUw', 10.1], ['GOQ', 10.9], ['mM', 11.7],
];
const USUAL_WIDTH = 7.8;

function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDTHS.find(([letters]) => letters.includes(letter))?.[1] ?? USUAL_WIDTH), 0);
}

const SMALL = new Set(['link in', 'link out']);
/** Nodes without an input are a little narrower. */
const SOURCES = new Set(['inject', 'catch', 'status', 'comment', 'link in', 'http in', 'rpi-gpio in']);
/** The buttons of these nodes stand out of their box. */
const BUTTON = 25;

/** The width of a node with this type and name; `l` says whether it shows its name. Estimated. */
export function widthOf({ type, name, l }: { readonly type: string; readonly [setting: string]: unknown }): number {
  const hasLabel = typeof l === 'boolean' ? l : !SMALL.has(type);
  if (!hasLabel) return 30;
  const label = typeof name === 'string' && name !== '' ? name : type.replace('pron-', '');
  return Math.max(100, 20 * Math.ceil((textWidth(label) + 50 + (SOURCES.has(type) ? 0 : 7)) / 20));
}

/** The place that a node takes in the workspace, in pixels, as Node-RED's editor computes it. */
export function boxOf(node: FlowNode): Box {
  const { type, x, y, wires } = node;
  const w = widthOf(node);
  const h = Math.max(30, (Array.isArray(wires) ? wires.length : 0) * 15);
  const left = Number(x) - w / 2 - (type === 'inject' ? BUTTON : 0);
  const right = Number(x) + w / 2 + (type === 'debug' ? BUTTON : 0);
  return { x: left, y: Number(y) - h / 2, w: right - left, h };
}

/** The smallest box around others. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, w: Math.max(...boxes.map((box) => box.x + box.w)) - x, h: Math.max(...boxes.map((box) => box.y + box.h)) - y };
}
