import { isRaspberryPi } from './machine';
import { askYesNo } from './question';
import type { Step } from './step';

/** The buttons of the example flow *gpio > 02 - Show the noise as a traffic light*, and the LED that each lights. */
const LIGHTS = [['a quiet room', 'green'], ['a fan', 'yellow'], ['a busy street', 'red']] as const;

/** Asks about the three LEDs of docs/hardware.md. */
export const lights: Step = {
  title: 'Three LEDs (the flow "02 - Show the noise as a traffic light" is deployed)',
  run: async () => {
    if (!isRaspberryPi()) return { figures: [], missing: ['There are no pins here: the LEDs need a Raspberry Pi.'] };
    const figures = [];
    for (const [button, colour] of LIGHTS) {
      const value = await askYesNo(`  Press "${button}" in the flow. Is the ${colour} LED on, and no other?`);
      figures.push({ name: `"${button}" lights the ${colour} LED alone`, value, target: 'yes' });
    }
    return { figures, missing: figures.some(({ value }) => value === 'not asked') ? ['Nobody sits at a terminal to look at the LEDs.'] : [] };
  },
};
