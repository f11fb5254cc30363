import { pick, type Random } from '../../../base/random';
import { GAIN, HEAR, MEL, MIC, NOISE, PLAY, SCORE, TIME, TTS, VAD } from '../../../test/nodes/all-nodes';
import { syntheticMel } from '../../../test/support/mels';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type FlowNode, type Received, type RunningFlow } from '../../../test/support/node-red';
import { syntheticWav } from '../../../test/support/synthetic-speech';
import { drain, judged } from '../nodes-in-flow';
import { brokenNumbers, outside, type Outcome } from '../outcome';
import { oddMessage, type GoodParts, type Takes } from './generate';

/** One node of each type, and the settings that make a difference to what a message can do. */
const NODES: readonly (readonly [takes: Takes, node: FlowNode])[] = [
  ['wav', { id: 'gain', type: 'pron-gain', mode: 'rms' }],
  ['wav', { id: 'noise', type: 'pron-noise' }],
  ['wav', { id: 'vad', type: 'pron-vad' }],
  ['wav', { id: 'time', type: 'pron-time', mode: 'ratio', ratio: 0.5 }],
  ['wav', { id: 'pace', type: 'pron-time', mode: 'reference', waitSeconds: 0.02 }],
  ['wav', { id: 'hear', type: 'pron-hear' }],
  ['wav', { id: 'mel', type: 'pron-mel', picture: 'magma', pictureHeight: 16, pictureWidth: 16 }],
  ['wav', { id: 'play', type: 'pron-play', device: 'plughw:CARD=NoSuchCard,DEV=0' }],
  ['mel', { id: 'score', type: 'pron-score', waitSeconds: 0.02, pairPicture: true }],
  ['text', { id: 'tts', type: 'pron-tts', language: 'en' }],
  ['text', { id: 'teacher', type: 'pron-tts', engine: 'recording' }],
  // No card has this name, so a start is refused on every machine.
  ['command', { id: 'mic', type: 'pron-mic', device: 'plughw:CARD=NoSuchCard,DEV=0' }],
  ['command', { id: 'timed-mic', type: 'pron-mic', mode: 'fixed', seconds: 0.5, device: 'plughw:CARD=NoSuchCard,DEV=0' }],
];

/** The fields of `msg.pronunciation` that nodes write; all others belong to the sender. */
const AUDIO_FACTS = ['sampleRate', 'durationMs', 'levelNow', 'saturatedShare'];
const FACTS_OF_NODE: Readonly<Record<string, readonly string[]>> = { vad: [...AUDIO_FACTS, 'speech'], hear: ['heard'], score: ['score'] };

export interface MessageTrial {
  readonly tryMessage: (random: Random) => Promise<Outcome & { readonly how: string }>;
  readonly stop: () => Promise<void>;
}

/** Starts the nodes in a Node-RED. */
export async function startMessages(): Promise<MessageTrial> {
  const good: GoodParts = { wav: syntheticWav({ seconds: 0.5, leadSeconds: 0.1, tailSeconds: 0.1 }), mel: syntheticMel({ seconds: 0.5 }) };
  const outputs = NODES.map(([, { id }]): FlowNode => ({ id: `${id}-out`, type: 'helper' }));
  const nodes = NODES.map(([, node]) => ({ ...node, wires: [[`${node.id}-out`], [`${node.id}-out`]] }));
  const flow = await startFlow([GAIN, NOISE, VAD, TIME, HEAR, MEL, PLAY, SCORE, TTS, MIC], [...nodes, ...outputs]);
  return {
    tryMessage: async (random) => {
      const [takes, { id }] = pick(NODES, random);
      const { msg, how } = oddMessage(takes, good, random);
      if (id === 'score' || id === 'pace') await sendReference(flow, id, good);
      const before = brokenNumbers((msg['pronunciation'] as { words?: unknown } | undefined)?.words);
      return { ...(await judged(flow, id, msg, `${id}-out`, (result) => faultsOfResult(id, result, before.length))), how: `${id}: ${how}` };
    },
    stop: stopFlow,
  };
}

/** A reference, with which a usable learner is compared. */
async function sendReference(flow: RunningFlow, id: string, { wav, mel }: GoodParts): Promise<void> {
  flow.send(id, { payload: id === 'score' ? mel : wav, pronunciation: { role: 'reference' } });
  await flow.next(CAUGHT, COMPLETED);
  drain(flow, `${id}-out`);
}

function faultsOfResult(id: string, { payload, pronunciation }: Received, wordFaults: number): string[] {
  const facts: Readonly<Record<string, unknown>> = pronunciation;
  const ours = Object.fromEntries((FACTS_OF_NODE[id] ?? AUDIO_FACTS).map((name) => [name, facts[name]]));
  const faults = brokenNumbers({ payload, ...ours });
  if (wordFaults === 0) faults.push(...brokenNumbers(facts['words'], 'words'));
  return id === 'score' && typeof payload === 'number' ? [...faults, ...outside('payload', payload, 0, 100)] : faults;
}

