import { runInNewContext } from 'node:vm';

import { dialogOf } from '../../tools/dialogs/lib/dialog';
import { catalogueOf, translator } from './catalogue';

/** One field of a node's `defaults` in the editor. */
export interface EditorField {
  readonly value: unknown;
  readonly validate?: (this: object, value: unknown, options: object) => boolean | string;
}

/** What a node's .html registers with the editor. */
export interface EditorDefinition {
  readonly category: string;
  readonly color: string;
  readonly icon: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly defaults: Readonly<Record<string, EditorField>>;
  readonly label: (this: object) => string;
  readonly paletteLabel: (this: object) => string;
  readonly inputLabels?: (this: object) => string;
  readonly outputLabels: (this: object, index: number) => string;
  /** What the editor's event of a node that it has loaded does to the node. */
  readonly load: (node: object) => void;
}

/** Runs the script of a node's .html as the editor does, and returns what it registered. */
export function editorDefinition(type: string): EditorDefinition {
  const script = /<script type="text\/javascript">([\s\S]*?)<\/script>/.exec(dialogOf(type))?.[1] ?? '';
  const registered: Record<string, EditorDefinition> = {};
  const handlers: [string, (node: object) => void][] = [];
  const registerType = (name: string, definition: EditorDefinition): void => void (registered[name] = definition);
  const events = { on: (event: string, handle: (node: object) => void): void => void handlers.push([event, handle]) };
  runInNewContext(script, { RED: { nodes: { registerType, workspace: () => undefined, subflow: () => undefined }, events } });
  const definition = registered[type];
  if (definition === undefined) throw new Error(`${type}.html registers ${Object.keys(registered).join()}`);
  // Objects of the script have another realm's prototypes.
  const defaults = Object.entries(definition.defaults).map(([name, field]) => [name, { ...field, value: structuredClone(field.value) }]);
  const load = (node: object): void => handlers.filter(([event]) => event === 'nodes:add').forEach(([, handle]) => handle(node));
  return { ...definition, defaults: Object.fromEntries(defaults) as EditorDefinition['defaults'], load };
}

/** A node as a validator sees it: its values, its type's definition, and the lookup in its catalogue. */
export function editorNode(type: string, values: object, language = 'en-US'): object {
  return { _def: editorDefinition(type), ...values, _: translator(catalogueOf(type, language)) };
}

/** The node of the palette: every field at its default. */
export function freshNode(type: string, language?: string): Record<string, unknown> {
  const values = Object.entries(editorDefinition(type).defaults).map(([name, { value }]) => [name, value]);
  return editorNode(type, Object.fromEntries(values) as object, language) as Record<string, unknown>;
}
