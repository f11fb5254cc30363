declare const markup: unique symbol;

/** Markup that may stand in a page as it is: only `html` and `trusted` make it. */
export interface Html {
  readonly [markup]: true;
  readonly text: string;
}

export type HtmlValue = string | number | Html | readonly Html[];

/**
 * Tagged template for HTML and SVG: whatever is no `Html` is escaped, for text as well as for quoted
 * attribute values. So nothing that stands in a table can become an element or leave its attribute.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return trusted(strings.map((string, i) => string + textOf(values[i] ?? '')).join(''));
}

/** Text that is taken as markup without a check: never anything from a file or from the command line. */
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
