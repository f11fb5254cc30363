/**
 * What the page has in place of base/vendored.ts: a browser decodes HTML by itself, and the table of Hanja would make the page three
 * times as large. A text with Hanja is said by the voice all the same.
 * @throws Error for any other library
 */
export function vendored(library: string): unknown {
  if (library !== 'html-entities') throw new Error(`The page has no ${library}.`);
  return { decode };
}

function decode(entities: string): string {
  const field = document.createElement('textarea');
  field.innerHTML = entities;
  return field.value;
}
