import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { noiseLight } from '../../practice/gpio/noise-light';
import { scoreLeds } from '../../practice/gpio/score-leds';
import { scoreNeedle } from '../../practice/gpio/score-needle';
import { scoreStrip } from '../../practice/gpio/score-strip';
import { labelOf, PIN_COUNT, pinOf } from '../../practice/gpio/hardware/header';
import { GPIO, PROJECTS } from '../../practice/gpio/hardware/pins';
import { wiringTable } from '../../practice/gpio/hardware/table';
import { picture } from '../../tools/wiring/picture';

const FLOWS = [
  [PROJECTS.tiers, scoreLeds()],
  [PROJECTS.noise, noiseLight()],
  [PROJECTS.needle, scoreNeedle()],
  [PROJECTS.strip, scoreStrip()],
] as const;

const sorted = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((a, b) => a - b);
const numbersIn = (svg: string, attribute: string): number[] => sorted([...svg.matchAll(new RegExp(`${attribute}="(\\d+)"`, 'g'))].map(([, found]) => Number(found)));

/** Buses that boards for microphones, displays and sensors need, and what is set before a program runs. */
const TAKEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15, 17, 18, 19, 20, 21];

describe('the wiring pictures', () => {
  for (const [project, { file, nodes }] of FLOWS) {
    it(`${project.name} shows the pins of "${file}", and no others`, () => {
      const pins = nodes.filter(({ type }) => type.startsWith('rpi-gpio')).map(({ pin }) => Number(pin));
      assert.ok(pins.length >= 1);
      assert.deepEqual(numbersIn(picture(project), 'data-gpio'), sorted(pins));
    });
  }

  it('lead every wire to a pin of its own, and one at least to ground', () => {
    for (const project of Object.values(PROJECTS)) {
      const svg = picture(project);
      const pins = [...svg.matchAll(/data-pin="(\d+)"/g)].map(([, pin]) => Number(pin));
      assert.equal(new Set(pins).size, pins.length);
      const wires = /<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]?.match(/pin \d+ \(/g) ?? [];
      assert.equal(wires.length, pins.length);
      assert.ok(pins.some((pin) => labelOf(pin) === 'GND'));
    }
  });
});

describe('the pins of the header', () => {
  it('are where the GPIO nodes of Node-RED have them', () => {
    const source = readFileSync(join(packageRoot(), 'node_modules', 'node-red-node-pi-gpio', '36-rpi-gpio.js'), 'utf8');
    const known = [...source.matchAll(/'(\d+)':'(\d+)'/g)].map(([, pin, gpio]) => [Number(pin), Number(gpio)] as const);
    assert.equal(known.length, 26);
    for (const [pin, gpio] of known) assert.equal(pinOf(gpio), pin);
  });

  it('are 40, with eight grounds', () => {
    const labels = Array.from({ length: PIN_COUNT }, (_, index) => labelOf(index + 1));
    assert.equal(labels.length, 40);
    assert.equal(labels.filter((label) => label === 'GND').length, 8);
  });

  it('that the flows use are needed by no bus and by no microphone board', () => {
    assert.deepEqual(Object.values(GPIO).filter((gpio) => TAKEN.includes(gpio)), []);
  });
});

describe('docs/gpio.md', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'gpio.md'), 'utf8');

  for (const [project, { file }] of FLOWS) {
    it(`shows the picture, the pins and the name of "${file}"`, () => {
      assert.ok(page.includes(`wiring/${project.name}.svg`));
      assert.ok(page.includes(wiringTable(project.parts)), `the table should be\n${wiringTable(project.parts)}`);
      assert.ok(page.includes(file.replace('gpio/', '').replace('.json', '')));
    });
  }
});
