declare const markup: unique symbol;

/** Markup that is safe to put into a page without escaping. Only `html` and `trusted` create it. */
export interface Html {
  readonly [markup]: true;
  readonly text: string;
}

export type HtmlValue = string | number | Html | readonly Html[];

/**
 * Tagged template for HTML and SVG. Every value that is not `Html` is escaped, both for text and for quoted attribute values. So
 * no text from a table can create an element or leave its attribute.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return trusted(strings.map((string, i) => string + textOf(values[i] ?? '')).join(''));
}

/** Marks text as markup without escaping it. Never use it for text from a file or from the command line. */
export function trusted(text: string): Html {
  return { text } as Html;
}

export const NOTHING: Html = trusted('');

function textOf(value: HtmlValue): string {
  if (typeof value === 'object') return 'text' in value ? value.text : value.map(({ text }) => text).join('');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
