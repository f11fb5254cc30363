import type { Fields } from '../../../nodes/lib/fields';
import { configVersionOf, renamedSettings } from '../../../nodes/lib/migrations';

/**
 * The constant `settings` of a dialog: what its code needs to know of the node's settings. `used`: conditions by setting, see
 * nodes/editor/conditions.js; `options`: the words of each choice; `lists`: what other settings offer.
 */
export function settingsScript(type: string, fields: Fields): string {
  const entries = Object.entries(fields);
  const settings = {
    type,
    version: configVersionOf(type),
    renamed: Object.fromEntries(renamedSettings(type)),
    used: Object.fromEntries(entries.flatMap(([name, { used }]) => (used === undefined ? [] : [[name, used]]))),
    options: Object.fromEntries(entries.flatMap(([name, field]) => (field.kind === 'choice' ? [[name, field.options]] : []))),
    lists: Object.fromEntries(entries.flatMap(([name, field]) => (field.kind === 'other' ? [[name, field.lists]] : []))),
  };
  const lines = Object.entries(settings).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
  return ['/** Made of settings.ts by tools/dialogs. */', 'const settings = {', ...lines, '};'].join('\n');
}
