import { noiseLight } from './gpio/noise-light';
import { scoreLeds } from './gpio/score-leds';
import { scoreNeedle } from './gpio/score-needle';
import type { Example } from './lib/write';
import { practice } from './practice/flow';

/** Every example flow that is made by a program. Those numbered 01 to 06 are kept by hand. */
export const EXAMPLES: readonly Example[] = [practice(), scoreLeds(), noiseLight(), scoreNeedle()];
