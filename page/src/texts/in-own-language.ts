type Templates = Readonly<Record<string, string | undefined>>;

const PLACE = /\{(\w+)\}/;

/** Finds what was filled into a template; undefined where the sentence is not made from it. */
function filledIn(template: string, sentence: string): Map<string, string> | undefined {
  const names: string[] = [];
  const pattern = template
    .split(/(\{\w+\})/)
    .map((piece) => {
      const name = PLACE.exec(piece)?.[1];
      if (name === undefined) return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(name);
      return '(.*?)';
    })
    .join('');
  const found = new RegExp(`^${pattern}$`, 's').exec(sentence);
  return found === null ? undefined : new Map(names.map((name, i) => [name, found[i + 1] ?? '']));
}

/**
 * A sentence of the flow in the language of the page: Node-RED writes it in its own.
 * @param templates of this failure, by language, with places such as `{device}`
 * @param phrases what may stand in such a place, each by language in the same way
 * @returns the sentence as it is where no template fits
 */
export function inOwnLanguage(sentence: string, templates: Templates, ui: string, phrases: readonly Templates[] = []): string {
  return translated(sentence, templates, ui, phrases) ?? sentence;
}

function translated(sentence: string, templates: Templates, ui: string, phrases: readonly Templates[]): string | undefined {
  const own = templates[ui];
  if (own === undefined) return undefined;
  const inWords = (value: string): string => {
    for (const phrase of phrases) {
      const found = translated(value, phrase, ui, []);
      if (found !== undefined) return found;
    }
    return value;
  };
  for (const template of Object.values(templates)) {
    const found = template === undefined ? undefined : filledIn(template, sentence);
    if (found !== undefined) return own.replace(/\{(\w+)\}/g, (place, name: string) => inWords(found.get(name) ?? place));
  }
  return undefined;
}
