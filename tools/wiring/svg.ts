type Attributes = Readonly<Record<string, string | number>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (found) => ESCAPES[found] ?? found);

/** An SVG element, one line for each that has no children. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(' ');
  if (children.length === 0) return `<${opening}/>`;
  return `<${opening}>\n${children.join('\n')}\n</${name}>`;
}

/** An element that holds nothing but text. */
export function text(name: string, attributes: Attributes, content: string): string {
  return element(name, attributes, '\0').replace('\n\0\n', escaped(content));
}

/** A piece of writing in the picture, from its left end or about its middle. */
export function label(x: number, y: number, content: string, attributes: Attributes = {}): string {
  return text('text', { x, y, ...attributes }, content);
}
