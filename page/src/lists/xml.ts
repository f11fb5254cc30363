/** An element: its attributes by name without prefix, and what is between its tags. */
export interface XmlElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
}

const ATTRIBUTE = /(?:[\w-]+:)?([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The elements of these names in a text of XML that programs write: none of them may lie within another one of its name. Prefixes of
 * names do not matter.
 */
export function elements(xml: string, ...names: readonly string[]): XmlElement[] {
  const pattern = new RegExp(`<((?:[\\w-]+:)?(?:${names.join('|')}))(?=[\\s/>])([^>]*?)(?:/>|>([^]*?)</\\1\\s*>)`, 'g');
  return [...xml.matchAll(pattern)].map(([, , attributes = '', inner = '']) => ({ attributes: attributesOf(attributes), inner }));
}

/** The text without those elements. */
export function withoutElements(xml: string, name: string): string {
  return xml.replace(new RegExp(`<((?:[\\w-]+:)?${name})(?=[\\s/>])[^>]*?(?:/>|>[^]*?</\\1\\s*>)`, 'g'), '');
}

/** The text between all tags. */
export function plainText(xml: string): string {
  return unescaped(xml.replace(/<[^>]*>/g, ''));
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]));
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? entity;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
