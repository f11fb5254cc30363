import { createFlow } from '../flow/flow';
import { recordingButton } from '../flow/recordings';
import type { Example } from '../flow/example';

const INFO = `The three gain nodes take the same recording in three ways: louder by a number of dB, until it has a loudness (RMS), until its highest sample has a height. 6 dB is twice the height of the wave.

\`msg.pronunciation.level\` is the level as recorded; \`saturatedShare\` says how much did not fit any more. Make the first node 30 dB louder and see.`;

const MODES = [
  ['6 dB louder', { mode: 'change', gainDb: 6 }],
  ['loudness -30 dB', { mode: 'rms', targetDb: -30 }],
  ['peak -1 dB', { mode: 'peak', targetDb: -1 }],
] as const;

/** The example of the gain node. */
export function gainExample(): Example {
  const flow = createFlow('gain', 'Makes a recording louder or quieter.');
  flow.add('comment', 'comment', { name: 'Press "a recording": each gain node says by how many dB it changes it', info: INFO, at: [320, 60] });
  recordingButton(flow, 'recording', 'ko-correct', { name: 'a recording', at: [150, 200], to: ['read'] });
  flow.add('read', 'file in', { name: 'read the recording', at: [340, 200], to: MODES.map(([name]) => name) });
  MODES.forEach(([name, settings], i) => {
    const y = 140 + 60 * i;
    flow.add(name, 'pron-gain', { name, ...settings, at: [550, y], to: [`facts ${name}`] });
    flow.add(`facts ${name}`, 'debug', { name: `facts, ${name}`, complete: 'pronunciation', at: [770, y] });
  });
  flow.add('catch', 'catch', { at: [130, 340], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [340, 340] });
  return { file: '07 - Make a recording louder or quieter.json', nodes: flow.nodes() };
}
