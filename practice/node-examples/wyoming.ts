import { WYOMING_FIELDS } from '../../nodes/wyoming/settings';
import { createFlow } from '../flow/flow';
import type { Example } from '../flow/example';

const ADDRESS = `${WYOMING_FIELDS.host.default}:${WYOMING_FIELDS.port.default}`;

const INFO = `**The protocol has no password**: whoever reaches the port is answered. So the server listens on 127.0.0.1, where only programs of this
computer reach it. For a Home Assistant on another computer set *Listen on* to 0.0.0.0, in a network that you trust.

In Home Assistant: *Settings* > *Devices & services* > *Add integration* > *Wyoming Protocol*, with this computer's address and port
${String(WYOMING_FIELDS.port.default)}. The voices and the ear appear in *Voice assistants*.

Press **a sentence** to try it without Home Assistant: the tts node asks the server at ${ADDRESS} as any other client does, and the play node
plays what it gets. The debug node shows what the server has spoken or heard.`;

/** The example of the wyoming node. */
export function wyomingExample(): Example {
  const flow = createFlow('wyoming', 'Offers the built-in voices and the ear to Home Assistant and others.');
  flow.add('comment', 'comment', { name: 'Press "a sentence": another node asks the server for it. The protocol has no password', info: INFO, at: [340, 40] });
  flow.add('server', 'pron-wyoming', { at: [150, 120], to: ['for others'] });
  flow.add('for others', 'debug', { name: 'spoken or heard for others', at: [380, 120] });
  flow.add('sentence', 'inject', { name: 'a sentence', props: [{ p: 'payload' }], payload: '물 한 잔 주세요', payloadType: 'str', at: [140, 200], to: ['client'] });
  flow.add('client', 'pron-tts', { name: 'a client of the server', engine: 'wyoming', address: ADDRESS, voice: 'ko', at: [350, 200], to: ['play'] });
  flow.add('play', 'pron-play', { at: [540, 200], to: ['played'] });
  flow.add('played', 'debug', { name: 'has ended', complete: 'topic', at: [700, 200] });
  flow.add('catch', 'catch', { at: [130, 280], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [340, 280] });
  return { file: '17 - Offer voices and the ear to Home Assistant.json', nodes: flow.nodes() };
}
