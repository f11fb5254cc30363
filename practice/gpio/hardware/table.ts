import { labelOf, pinOf } from './header';
import { GPIO, POWER, type Part } from './pins';

/** What a part is and where its second leg goes. */
const WIRING: Readonly<Record<Part, readonly [name: string, back: string]>> = {
  button: ['push button', ground(POWER.buttonGround)],
  red: ['red LED', ledGround(POWER.ledGround)],
  orange: ['orange LED', ledGround(POWER.ledGround)],
  yellow: ['yellow LED', ledGround(POWER.ledGround)],
  green: ['green LED', ledGround(POWER.ledGround)],
  servo: ['servo', `${labelOf(POWER.servoSupply)}, pin ${POWER.servoSupply}, and ${ground(POWER.servoGround)}`],
  lamp: ['white LED', ledGround(POWER.lampGround)],
};

function ground(pin: number): string {
  return `${labelOf(pin)}, pin ${pin}`;
}

function ledGround(pin: number): string {
  return `330 Ω to ${ground(pin)}`;
}

export function nameOf(part: Part): string {
  return WIRING[part][0];
}

/** A Markdown table of what is wired to which pin. */
export function wiringTable(parts: readonly Part[]): string {
  const rows = parts.map((part) => {
    const [name, back] = WIRING[part];
    return `| ${name} | ${labelOf(pinOf(GPIO[part]))} | ${pinOf(GPIO[part])} | ${back} |`;
  });
  return ['| part | GPIO (BCM) | pin of the header | the other leg |', '|---|---|---|---|', ...rows].join('\n');
}
