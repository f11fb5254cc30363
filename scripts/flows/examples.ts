import type { Example } from './lib/write';

/** Every example flow that is made by a program. Those numbered 01 to 06 are kept by hand. */
export const EXAMPLES: readonly Example[] = [];
