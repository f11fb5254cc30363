import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { packageRoot } from '../../base/package-root';
import { editorSource as sourceOf } from '../../tools/lib/editor-source.cjs';
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
}

/** A node's .html as the build writes it. */
export function editorSource(type: string): string {
  return sourceOf(join(packageRoot(), 'nodes', type.replace('pron-', ''), `${type}.html`));
}

/** Runs the script of a node's .html as the editor does, and returns what it registered. */
export function editorDefinition(type: string): EditorDefinition {
  const script = /<script type="text\/javascript">([\s\S]*?)<\/script>/.exec(editorSource(type))?.[1] ?? '';
  const registered: Record<string, EditorDefinition> = {};
  const registerType = (name: string, definition: EditorDefinition): void => void (registered[name] = definition);
  runInNewContext(script, { RED: { nodes: { registerType } } });
  const definition = registered[type];
  if (definition === undefined) throw new Error(`${type}.html registers ${Object.keys(registered).join()}`);
  // Objects of the script have another realm's prototypes.
  const defaults = Object.entries(definition.defaults).map(([name, field]) => [name, { ...field, value: structuredClone(field.value) }]);
  return { ...definition, defaults: Object.fromEntries(defaults) as EditorDefinition['defaults'] };
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
