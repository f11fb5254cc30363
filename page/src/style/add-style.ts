const ID = 'pron-style';
const WIDGET = 'ui-pron-practice.umd.js';

/** The folder that the browser has loaded this widget from, with a slash at its end; '' where it can't be told. */
function ownFolder(): string {
  const own = performance.getEntriesByType('resource').find(({ name }) => new URL(name).pathname.endsWith(WIDGET));
  return own === undefined ? '' : new URL('.', own.name).href;
}

/**
 * Adds the widget's style to the page, once.
 * @param fonts font faces whose files are in `./files/`; they come from the widget's own folder
 */
export function addStyle(css: string, fonts: string): void {
  if (document.getElementById(ID) !== null) return;
  const style = document.createElement('style');
  style.id = ID;
  style.textContent = `${fonts.replaceAll('./files/', `${ownFolder()}fonts/`)}\n${css}`;
  document.head.append(style);
}
