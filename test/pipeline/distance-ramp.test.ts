import assert from 'node:assert/strict';
import { rampColour } from '../../pipeline/distance-ramp';

/** Relative luminance of an sRGB colour (IEC 61966-2-1). */
function luminance(colour: readonly number[]): number {
  const linear = colour.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

describe('The colours of a distance', () => {
  it('begin green and end red', () => {
    const [green, red] = [rampColour(0), rampColour(1)];
    assert.ok(green[1] > green[0] && green[1] > green[2]);
    assert.ok(red[0] > 2 * red[1] && red[0] > 2 * red[2]);
  });

  it('darken all the way, so that they can be told without telling red from green', () => {
    const steps = Array.from({ length: 101 }, (_, i) => luminance(rampColour(i / 100)));
    for (const [i, value] of steps.entries()) if (i > 0) assert.ok(value < (steps[i - 1] ?? 0), `step ${i}`);
    assert.ok((steps[0] ?? 0) > 5 * (steps[100] ?? 1));
  });

  it('stay at their ends beyond them', () => {
    assert.deepEqual(rampColour(-1), rampColour(0));
    assert.deepEqual(rampColour(7), rampColour(1));
  });
});
