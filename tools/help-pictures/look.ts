import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import type { PlacedNode } from './flow-around';
import { textWidth } from './text-width';

/** How the editor shows a node, in pixels of its workspace. */
export interface Look {
  readonly label: string;
  readonly colour: string;
  readonly width: number;
  readonly height: number;
  readonly hasInput: boolean;
  readonly outputs: number;
  /** Which side the icon is on, and where there is a button to press. */
  readonly iconSide: 'left' | 'right';
  readonly button: 'left' | 'right' | undefined;
  /** What is inside the icon's <svg>, 40 by 60; nothing for nodes that are not ours. */
  readonly icon: string;
}

/** A node and how it looks. */
export interface Drawn {
  readonly node: PlacedNode;
  readonly look: Look;
}

/** Outputs are this far apart. */
const PORT_STEP = 13;

/** Colours of Node-RED's own nodes. */
const COLOURS: Readonly<Record<string, string>> = {
  inject: '#a6bbcf',
  debug: '#87a980',
  catch: '#e49191',
  function: '#fdd0a2',
  change: '#e2d96e',
  switch: '#e2d96e',
  'file in': '#deb887',
  file: '#deb887',
  'http in': '#e7e7ae',
  'http response': '#e7e7ae',
};
const OTHER_COLOUR = '#dddddd';
const SOURCES = ['inject', 'catch', 'http in'];
const OURS = /^pron-/;

const read = (...path: string[]): string => readFileSync(join(packageRoot(), ...path), 'utf8');

function colourOf(type: string): string {
  if (!OURS.test(type)) return COLOURS[type] ?? OTHER_COLOUR;
  return /\bcolor: '(#\w+)'/.exec(read('nodes', type.replace('pron-', ''), `${type}.html`))?.[1] ?? OTHER_COLOUR;
}

function iconOf(type: string): string {
  if (!OURS.test(type)) return '';
  return /<svg[^>]*>([\s\S]*)<\/svg>/.exec(read('icons', `${type}.svg`))?.[1]?.replace(/\s*\n\s*/g, '') ?? '';
}

/** Where a wire leaves an output. */
export function outputY({ node, look }: Drawn, output: number): number {
  return node.y + (output - (look.outputs - 1) / 2) * PORT_STEP;
}

/** The editor makes room in steps of 20 pixels, and 15 for each output. */
export function lookOf({ type, name, wires }: PlacedNode): Look {
  const label = name === '' ? type.replace(OURS, '') : name;
  const hasInput = !SOURCES.includes(type);
  return {
    label,
    colour: colourOf(type),
    width: Math.max(100, 20 * Math.ceil((textWidth(label) + 50 + (hasInput ? 7 : 0)) / 20)),
    height: Math.max(30, 15 * wires.length),
    hasInput,
    outputs: wires.length,
    iconSide: type === 'debug' ? 'right' : 'left',
    button: type === 'inject' ? 'left' : type === 'debug' ? 'right' : undefined,
    icon: iconOf(type),
  };
}
