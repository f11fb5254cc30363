import { pinOf } from '../../practice/gpio/hardware/header';
import { GPIO, POWER, type Part } from '../../practice/gpio/hardware/pins';
import { nameOf } from '../../practice/gpio/hardware/table';
import { edgeOf } from './board';
import { led, longLeg, pushButton, resistor, resistorEnds, servoCase, shortLeg } from './shapes';
import { element, label } from './svg';
import { joint, line, WIRE_COLOURS, type Point, type Wire } from './wires';

/** What a part adds to the picture. */
export interface Drawing {
  readonly wires: readonly Wire[];
  readonly shapes: readonly string[];
}

const LED_COLOURS = { red: '#e5383b', orange: '#ff8c1a', yellow: '#ffe14d', green: '#38b000' } as const;

type Led = keyof typeof LED_COLOURS;

export const isLed = (part: Part): part is Led => part in LED_COLOURS;

const RAIL_X = 36;
const LED_X = 186;
const RESISTOR_X = 98;
const FIRST_LED_Y = 140;
const LED_DISTANCE = 100;
const FIRST_LANE_X = 312;
const LANE_DISTANCE = 16;

/** The LEDs left of the board, and the wire to ground that they share. Each further one has its lane further out, so no
 *  wire crosses another. */
export function leds(parts: readonly Led[]): Drawing {
  const places = parts.map((_, i): Point => [LED_X, FIRST_LED_Y + LED_DISTANCE * i]);
  const ground = edgeOf(POWER.ledGround);
  const wires = parts.map((part, i): Wire => {
    const end = longLeg(places[i] as Point, 1);
    const lane = FIRST_LANE_X - LANE_DISTANCE * i;
    const pin = pinOf(GPIO[part]);
    return { pin, colour: LED_COLOURS[part], to: `long leg of the ${nameOf(part)}`, path: [[lane, edgeOf(pin)[1]], [lane, end[1]], end] };
  });
  const rail: Wire = {
    pin: POWER.ledGround, colour: WIRE_COLOURS.ground, to: '330 Ω resistor of each LED',
    path: [[RAIL_X, ground[1]], [RAIL_X, FIRST_LED_Y]],
  };
  const shapes = parts.flatMap((part, i) => {
    const at = places[i] as Point;
    const [left, right] = resistorEnds([RESISTOR_X, at[1]]);
    return [
      line([[RAIL_X, at[1]], left], WIRE_COLOURS.ground), joint([RAIL_X, at[1]]), line([right, shortLeg(at, 1)], '#8a8a8a'),
      resistor([RESISTOR_X, at[1]]), led(at, 1, LED_COLOURS[part], nameOf(part)),
    ];
  });
  return { wires: [...wires, rail], shapes };
}

const BUTTON_X = 640;

export function button(): Drawing {
  const signal = pinOf(GPIO.button);
  const legOf = (pin: number): Point => [BUTTON_X, edgeOf(pin)[1]];
  const legs = [legOf(POWER.buttonGround), legOf(signal)] as const;
  return {
    wires: [
      { pin: signal, colour: WIRE_COLOURS.button, to: 'one leg of the button', path: [legs[1]] },
      { pin: POWER.buttonGround, colour: WIRE_COLOURS.ground, to: 'the other leg of the button', path: [legs[0]] },
    ],
    shapes: [pushButton(legs)],
  };
}

const SERVO = { x: 684, y: 376, width: 168, height: 72 } as const;

export function servo(): Drawing {
  const { x, y, width, height } = SERVO;
  const signal = pinOf(GPIO.servo);
  const fromAbove = (pin: number, at: number): readonly Point[] => [[at, edgeOf(pin)[1]], [at, y]];
  return {
    wires: [
      { pin: signal, colour: WIRE_COLOURS.servo, to: 'the servo\'s signal (orange or white)', path: [[x + 30, edgeOf(signal)[1]], [x + 30, y + height]] },
      { pin: POWER.servoSupply, colour: WIRE_COLOURS.supply, to: 'the servo\'s supply (red)', path: fromAbove(POWER.servoSupply, x + 130) },
      { pin: POWER.servoGround, colour: WIRE_COLOURS.ground, to: 'the servo\'s ground (brown or black)', path: fromAbove(POWER.servoGround, x + 90) },
    ],
    shapes: [servoCase([x, y], width, height), bigServoNote()],
  };
}

function bigServoNote(): string {
  const lines = ['Only a micro servo (SG90) may', 'run on the Pi\'s 5 V. A bigger', 'one needs its own supply:', 'join its ground to the Pi\'s.'];
  return element(
    'g', {},
    element('rect', { x: 40, y: 120, width: 236, height: 108, rx: 8, fill: '#fff6e0', stroke: '#c98a00', 'stroke-width': 2 }),
    ...lines.map((content, i) => label(56, 146 + 22 * i, content)),
  );
}

const LAMP: Point = [690, 590];
const LAMP_RESISTOR_X = 782;
const LAMP_RAIL_X = 856;

export function lamp(): Drawing {
  const signal = pinOf(GPIO.lamp);
  const end = longLeg(LAMP, -1);
  const [left, right] = resistorEnds([LAMP_RESISTOR_X, LAMP[1]]);
  return {
    wires: [
      { pin: signal, colour: WIRE_COLOURS.lamp, to: 'long leg of the white LED', path: [[606, edgeOf(signal)[1]], [606, end[1]], end] },
      {
        pin: POWER.lampGround, colour: WIRE_COLOURS.ground, to: '330 Ω resistor of the white LED',
        path: [[LAMP_RAIL_X, edgeOf(POWER.lampGround)[1]], [LAMP_RAIL_X, right[1]], right],
      },
    ],
    shapes: [line([shortLeg(LAMP, -1), left], '#8a8a8a'), resistor([LAMP_RESISTOR_X, LAMP[1]]), led(LAMP, -1, '#ffffff', nameOf('lamp'))],
  };
}
