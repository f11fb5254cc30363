import { computed, type ComputedRef } from 'vue';
import type { Station } from '../station/station';
import { TEXTS, type Texts } from './texts';

/** The texts in the language that the learner has chosen for the page. */
export function useTexts({ state }: Station): ComputedRef<Texts> {
  return computed(() => (TEXTS[state.ui] ?? TEXTS.en) as Texts);
}
