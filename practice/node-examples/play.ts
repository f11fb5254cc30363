import { createFlow } from '../flow/flow';
import { recordingButton, sentenceButton } from '../flow/recordings';
import type { Example } from '../flow/example';

const INFO = `Plays on the loudspeaker of the machine that runs Node-RED, not in the browser, with \`aplay\` of the package alsa-utils. Press several buttons at once: they are played one after the other. What has been played is passed on, so that a mic node wired behind it begins when the voice has ended.

**stop** ends it and forgets what waits. Choose the loudspeaker in the dialog of the play node; \`aplay -l\` lists them.`;

/** The example of the play node. */
export function playExample(): Example {
  const flow = createFlow('play', 'Plays a voice and a recording on the loudspeaker.');
  flow.add('comment', 'comment', { name: 'Press "the voice" and "a recording": they are played one after the other', info: INFO, at: [310, 60] });
  sentenceButton(flow, 'sentence', 'ko-correct', { name: 'the voice', at: [150, 140], to: ['voice'] });
  flow.add('voice', 'pron-tts', { at: [330, 140], to: ['play'] });
  recordingButton(flow, 'recording', 'ko-correct', { name: 'a recording', at: [150, 200], to: ['read'] });
  flow.add('read', 'file in', { name: 'read the recording', at: [340, 200], to: ['play'] });
  flow.add('stop', 'inject', { name: 'stop', payload: 'stop', payloadType: 'str', at: [130, 260], to: ['play'] });
  flow.add('play', 'pron-play', { at: [530, 200], to: ['ended'] });
  flow.add('ended', 'debug', { name: 'has ended', complete: 'topic', at: [690, 200] });
  flow.add('catch', 'catch', { at: [130, 340], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [340, 340] });
  return { file: '09 - Play a recording on the loudspeaker.json', nodes: flow.nodes() };
}
