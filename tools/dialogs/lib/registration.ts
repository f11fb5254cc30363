import { WITHOUT_INPUT } from '../../../nodes/all-fields';
import type { Fields } from '../../../nodes/lib/fields';
import { defaultsOf } from './defaults';

/**
 * The properties that every node registers alike, as lines. Category, icon, inputs and the names of the defaults are
 * literals: node-red-dev, which makes the scorecards of Node-RED's catalogue, reads them without running the script.
 */
export function commonRegistration(type: string, fields: Fields): string[] {
  return [
    `category: 'pronunciation',`,
    `icon: '${type}.svg',`,
    'defaults: {',
    ...defaultsOf(type, fields).map((line) => `  ${line}`),
    '},',
    `inputs: ${WITHOUT_INPUT.has(type) ? 0 : 1},`,
    `paletteLabel: function () { return this._('paletteLabel'); },`,
    `label: function () { return this.name || this._('paletteLabel'); },`,
    `labelStyle: function () { return this.name ? 'node_label_italic' : ''; },`,
  ];
}
