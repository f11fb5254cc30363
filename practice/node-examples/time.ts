import { createFlow } from '../flow/flow';
import { recordingButton, sentenceButton } from '../flow/recordings';
import type { Example } from '../flow/example';

const INFO = `**said 1.5 times slower**: a fixed ratio, above 1 is slower. The pitch stays.

**as long as the voice**: press **the voice** first. The node keeps how long its speech is, for each session, and gives a learner's speech the same length. The voice itself passes as it is. A learner who comes first waits.

\`msg.pronunciation.durationMs\` is the length that came out, and words and speech move along.`;

/** The example of the time node. */
export function timeExample(): Example {
  const flow = createFlow('time', 'Says a recording slower, or as fast as a voice, without changing the pitch.');
  flow.add('comment', 'comment', { name: 'Press "the voice", then "a learner": the time nodes say how much longer it gets', info: INFO, at: [340, 60] });
  sentenceButton(flow, 'sentence', 'ko-correct', { name: 'the voice', at: [150, 140], to: ['voice'] });
  flow.add('voice', 'pron-tts', { at: [330, 140], to: ['as long'] });
  recordingButton(flow, 'recording', 'ko-correct', { name: 'a learner', at: [150, 220], to: ['read'] });
  flow.add('read', 'file in', { name: 'read the recording', at: [340, 220], to: ['as long', 'slower'] });
  flow.add('as long', 'pron-time', { name: 'as long as the voice', at: [560, 160], to: ['facts as long'] });
  flow.add('slower', 'pron-time', { name: 'said 1.5 times slower', mode: 'ratio', ratio: 1.5, at: [570, 240], to: ['facts slower'] });
  flow.add('facts as long', 'debug', { name: 'facts, as long as the voice', complete: 'pronunciation', at: [820, 160] });
  flow.add('facts slower', 'debug', { name: 'facts, slower', complete: 'pronunciation', at: [780, 240] });
  flow.add('catch', 'catch', { at: [130, 320], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [340, 320] });
  return { file: '08 - Say it slower without changing the pitch.json', nodes: flow.nodes() };
}
