import { earFault, EAR_PACKAGE } from '../../../models/ear';
import type { Check } from '../check';
import { ok, warning } from '../finding';

/** Whether the words of a sentence can be heard here. */
export const ear: Check = {
  name: 'ear',
  title: 'The ear',
  limitMs: 1000,
  run: () => {
    const fault = earFault();
    if (fault === null) return Promise.resolve([ok('ear', `It is installed (${EAR_PACKAGE}).`)]);
    return Promise.resolve([warning('ear', fault.message, 'Leave it: the score works without the ear, it then does not notice missing words.')]);
  },
};
