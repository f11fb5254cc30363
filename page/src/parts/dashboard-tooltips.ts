/**
 * The dashboard keeps a tooltip for each entry of its menu at the end of the document, without a name and outside of every
 * landmark. A screen reader reads them with the entry that they describe, and never by themselves.
 */
export function hideDashboardTooltips(): void {
  for (const tooltip of document.querySelectorAll('.v-overlay-container [role=tooltip]')) tooltip.setAttribute('aria-hidden', 'true');
}
