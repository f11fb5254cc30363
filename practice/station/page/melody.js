/** Semitones that are shown at least, so that a flat voice looks flat. */
const LEAST_RANGE = 12;

/** The voiced parts of two pitch curves, as points of an SVG of 100 x 100. A part of one value becomes a short line. */
function pitchLines(curves) {
  const all = Object.values(curves).flat().filter((value) => value !== null);
  const middle = (Math.max(...all) + Math.min(...all)) / 2;
  const range = Math.max(LEAST_RANGE, Math.max(...all) - Math.min(...all) + 2);
  const shown = (value) => Math.round(10 * value) / 10;
  return Object.fromEntries(Object.entries(curves).map(([name, curve]) => {
    const step = 100 / Math.max(1, curve.length);
    const parts = [];
    curve.forEach((value, i) => {
      if (value === null) return;
      if (i === 0 || curve[i - 1] === null) parts.push([]);
      const y = 50 - ((value - middle) / range) * 100;
      parts.at(-1).push(shown(i * step) + ',' + shown(y));
      if (curve[i + 1] === undefined || curve[i + 1] === null) parts.at(-1).push(shown((i + 0.6) * step) + ',' + shown(y));
    });
    return [name, parts.map((part) => part.join(' '))];
  }));
}

/** One sentence about the end and one about the pace. */
function melodySentences({ reference, learner, isSameEnd, slowerPercent }, texts) {
  const end = isSameEnd === null ? '' : isSameEnd ? texts.sameEnd[learner.end]
    : texts.otherEnd.replace('{learner}', texts.learnerEnd[learner.end]).replace('{reference}', texts.referenceEnd[reference.end]);
  const pace = slowerPercent === 0 ? texts.samePace : (slowerPercent > 0 ? texts.slower : texts.faster).replace('{percent}', Math.abs(slowerPercent));
  return [end, pace].filter((sentence) => sentence !== '').join(' ');
}

this.melodyTools = { pitchLines, melodySentences };
