import { vendored } from '../../base/vendored';
import { GAP, unsaid, type Rule } from './line';

/** Elements that begin a line of their own. */
const BREAKS = /^<\/?(?:br|p|div|li|ul|ol|tr|td|th|h[1-6]|hr|blockquote)\b/iu;
const TAG = /<(?:\/?[A-Za-z][^<>]*|!--[\s\S]*?--)>/gu;
/** Elements whose content is not for people. */
const HIDDEN = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;

/** The character that an entity stands for. */
function decoded(entity: string): string {
  return (vendored('html-entities') as { readonly decode: (text: string) => string }).decode(entity);
}

/** A text without HTML. What stood in one written word stays in one: `<br>` and `&nbsp;` part spoken words only. */
export const withoutHtml: Rule = (text) => {
  const tagless = text.replace(HIDDEN, unsaid).replace(TAG, (tag) => (BREAKS.test(tag) ? GAP : '') + unsaid(tag));
  return tagless.replace(/&(?:#\d+|#x[\da-f]+|[a-z]\w*);/giu, (entity) => decoded(entity).replace(/[\s\p{Co}\p{Cc}]/gu, GAP));
};

/** A text without the marks of Markdown. */
export const withoutMarkdown: Rule = (text) =>
  text
    .replace(/!?\[([^[\]]*)\]\((?:https?:\/\/|\/|#|mailto:)[^\s()]*\)/gu, '$1')
    .replace(/^[^\S\n]*(?:#{1,6}|>+)(?=\s)/gmu, '')
    .replace(/^[^\S\n]*(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3,}.*)[^\S\n]*$/gmu, '')
    .replace(/\*+(?=\S)([^*]*\S)?\*+|~~(?=\S)([^~]*\S)~~/gu, (_, bold: string | undefined, struck: string | undefined) => bold ?? struck ?? '')
    .replace(/(?<![\p{L}\p{N}])(_{1,2})(?=\S)([^_\n]*\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`+([^`\n]*)`+/gu, '$1');
