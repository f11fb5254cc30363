// The pitch curves of both voices as a picture, and what is said about end and pace, for the table.
const SEMITONES = 12;
const { prosody } = msg.pronunciation;
if (!prosody) return msg;
const { reference, learner } = prosody;
const count = Math.max(1, reference.pitch.length);

/** The voiced parts of a curve as a path, 2 * SEMITONES high. */
function pathOf(pitch) {
  const y = (value) => (SEMITONES - Math.max(-SEMITONES, Math.min(SEMITONES, value))).toFixed(1);
  return pitch.map((value, i) => (value === null ? '' : `${i > 0 && pitch[i - 1] !== null ? 'L' : 'M'}${i} ${y(value)}h.6`)).join('');
}
const line = (pitch, colour) => `<path d="${pathOf(pitch)}" fill="none" stroke="${colour}" stroke-width="2" vector-effect="non-scaling-stroke"/>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${count} ${2 * SEMITONES}" preserveAspectRatio="none">${line(reference.pitch, '#999')}${line(learner.pitch, '#3f93cf')}</svg>`;
msg.cells = {
  ...msg.cells,
  melody: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  hz: Math.round(learner.medianHz ?? 0),
  end: learner.end ?? 'unknown',
  pace: Math.round((100 * learner.rate) / reference.rate),
};
return msg;
