import { createFlow } from '../flow/flow';
import { recordingButton, sentenceButton } from '../flow/recordings';
import type { Example } from '../flow/example';
import { addBroker } from './broker';
import { addRecord } from './record';

const INFO = `The small board records; a larger computer hears and scores.

1. On the larger computer install **mosquitto**, and import the example *14 - A class on one computer* there. Its node **worker** is all that this flow needs.
2. Here double-click **remote**, edit **the broker** and write the larger computer's address. docs/pool.md has the settings for passwords and TLS.
3. Press **the voice**, then **a native speaker** or **record**, and read the points. *who has scored* names the computer and its models.

Pull the larger computer's plug: after some seconds this board scores alone, and *who has scored* gives the reason. Untick *Score here* in **remote** to get an error instead, which the Catch node catches.

**The voice leaves this board.** It goes to the broker and to one worker, and neither keeps it.`;

/** The example of the remote node. */
export function remoteExample(): Example {
  const flow = createFlow('remote', 'A small board records, a larger computer scores. Needs an MQTT broker with MQTT 5, such as mosquitto.');
  const broker = addBroker(flow);
  flow.add('comment', 'comment', { name: "Write the larger computer's address into the remote node's broker, then press the buttons", info: INFO, at: [350, 40] });
  sentenceButton(flow, 'sentence', 'ko-correct', { name: 'the voice', at: [130, 120], to: ['voice'] });
  flow.add('voice', 'pron-tts', { at: [330, 120], to: ['remote'] });
  recordingButton(flow, 'native', 'ko-correct', { name: 'a native speaker', at: [150, 180], to: ['read'] });
  recordingButton(flow, 'learner', 'ko-mispronounced', { name: 'a learner with errors', at: [160, 220], to: ['read'] });
  flow.add('read', 'file in', { name: 'read the recording', at: [370, 200], to: ['remote'] });
  addRecord(flow, 'ko-correct', 280, 'remote');
  flow.add('remote', 'pron-remote', { broker, at: [640, 200], to: [['score', 'who'], ['verdict', 'who']] });
  flow.add('score', 'debug', { name: 'score', at: [820, 160] });
  flow.add('who', 'debug', { name: 'who has scored', complete: 'pronunciation.pool', at: [850, 200] });
  flow.add('verdict', 'debug', { name: 'verdict', at: [820, 240] });
  flow.add('catch', 'catch', { at: [110, 360], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [370, 360] });
  return { file: '13 - A Pi Zero that asks a bigger one.json', nodes: flow.nodes() };
}
