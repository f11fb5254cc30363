import { readSource } from './used-keys';

const BLOCKS = /<(\/?(?:h3|p|dl|dt|dd|ol|ul|li))\b/g;

/** A node's help text in a language. */
export const helpOf = (type: string, language: string): string => readSource('locales', language, `${type}.html`);

/** The headings of a help text. */
export const headingsOf = (help: string): string[] => [...help.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, heading = '']) => heading);

/** What a help text has in common in all languages: its blocks, the properties that it lists, its links and the number
 *  of words that stand for code, labels and names. */
export function structureOf(help: string): unknown {
  const count = (tag: string): number => help.split(`<${tag}>`).length - 1;
  return {
    blocks: [...help.matchAll(BLOCKS)].map(([, tag]) => tag),
    properties: [...help.matchAll(/<dt.*?<\/dt>/g)].map(String),
    links: [...help.matchAll(/href="(.*?)"/g)].map(([, link]) => link),
    counts: Object.fromEntries(['code', 'b', 'i'].map((tag) => [tag, count(tag)])),
  };
}
