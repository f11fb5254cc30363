import { earFault, EAR_PACKAGE } from '../../../models/ear';
import type { Check } from '../check';
import { ok, warning, type Finding } from '../finding';
import { stoppingOnAbort } from '../recordings';

const SUBJECT = 'ear';
const FIX = 'Leave it: the score works without the ear, it then does not notice missing words.';

/** Whether the words of a sentence can be heard here: the ear is loaded, which shows that its files are whole. */
export const ear: Check = {
  name: 'ear',
  title: 'The ear',
  // A small board needs all that time.
  limitMs: 10_000,
  run: async ({ engine }, signal): Promise<readonly Finding[]> => {
    const fault = earFault();
    if (fault !== null) return [warning(SUBJECT, fault.message, FIX)];
    try {
      await stoppingOnAbort(engine, signal, () => engine.run({ kind: 'load-ear' }, Symbol('doctor')));
      return [ok(SUBJECT, `It is installed and works (${EAR_PACKAGE}).`)];
    } catch (error) {
      return [warning(SUBJECT, (error as Error).message, FIX)];
    }
  },
};
