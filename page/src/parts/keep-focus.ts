/**
 * The focus goes on where what had it is gone: to the panel that is open, else to the button that records. Without that a keyboard would
 * begin at the top of the page again.
 * @returns what ends it
 */
export function keepFocus(root: HTMLElement): () => void {
  let last: Element | null = null;
  const come = ({ target }: FocusEvent): void => { last = target as Element; };
  const go = ({ target }: FocusEvent): void => {
    // Whoever has gone elsewhere by the mouse is not called back.
    setTimeout(() => { if (last === target && (target as Element).isConnected && document.activeElement !== target) last = null; });
  };
  const observer = new MutationObserver(() => {
    if (last === null || last.isConnected || (document.activeElement !== null && document.activeElement !== document.body)) return;
    last = null;
    const next = root.querySelector<HTMLElement>('dialog[open] button') ?? document.querySelector<HTMLElement>('.pron-main') ?? root.querySelector<HTMLElement>('button:enabled');
    next?.focus();
  });
  root.addEventListener('focusin', come);
  root.addEventListener('focusout', go);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', come);
    root.removeEventListener('focusout', go);
  };
}
