import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

import { pick, type Random } from '../../../cli/random';
import { GAIN, MEL, MIC, NOISE, PLAY, SCORE, TIME, TTS, VAD } from '../../../test/nodes/all-nodes';
import { syntheticMel } from '../../../test/support/mels';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type FlowNode, type Received, type RunningFlow } from '../../../test/support/node-red';
import { syntheticWav } from '../../../test/support/synthetic-speech';
import { isPolluted } from '../odd-value';
import { brokenNumbers, faultsOfError, outside, type Outcome } from '../outcome';
import { uncaught } from '../uncaught';
import { oddMessage, type GoodParts, type Takes } from './generate';

/** One node of each type, and the settings that make a difference to what a message can do. */
const NODES: readonly (readonly [takes: Takes, node: FlowNode])[] = [
  ['wav', { id: 'gain', type: 'pron-gain', mode: 'rms' }],
  ['wav', { id: 'noise', type: 'pron-noise' }],
  ['wav', { id: 'vad', type: 'pron-vad' }],
  ['wav', { id: 'time', type: 'pron-time', mode: 'ratio', ratio: 0.5 }],
  ['wav', { id: 'pace', type: 'pron-time', mode: 'reference', waitSeconds: 0.02 }],
  ['wav', { id: 'mel', type: 'pron-mel', picture: 'magma', pictureHeight: 16, pictureWidth: 16 }],
  ['wav', { id: 'play', type: 'pron-play', device: 'plughw:CARD=NoSuchCard,DEV=0' }],
  ['mel', { id: 'score', type: 'pron-score', waitSeconds: 0.02, pairPicture: true }],
  ['text', { id: 'tts', type: 'pron-tts', language: 'en' }],
  ['text', { id: 'teacher', type: 'pron-tts', engine: 'recording' }],
  // No card of that name: what starts it is refused, whatever is plugged in.
  ['command', { id: 'mic', type: 'pron-mic', device: 'plughw:CARD=NoSuchCard,DEV=0' }],
  ['command', { id: 'timed-mic', type: 'pron-mic', mode: 'fixed', seconds: 0.5, device: 'plughw:CARD=NoSuchCard,DEV=0' }],
];

const LIMIT_MS = 20_000;
/** What the nodes write into `msg.pronunciation`; the rest is the sender's. */
const OURS = ['sampleRate', 'durationMs', 'levelNow', 'saturatedShare'];

export interface MessageTrial {
  readonly tryMessage: (random: Random) => Promise<Outcome & { readonly how: string }>;
  readonly stop: () => Promise<void>;
}

/** Starts the nodes in a Node-RED. */
export async function startMessages(): Promise<MessageTrial> {
  const good: GoodParts = { wav: syntheticWav({ seconds: 0.5, leadSeconds: 0.1, tailSeconds: 0.1 }), mel: syntheticMel({ seconds: 0.5 }) };
  const outputs = NODES.map(([, { id }]): FlowNode => ({ id: `${id}-out`, type: 'helper' }));
  const nodes = NODES.map(([, node]) => ({ ...node, wires: [[`${node.id}-out`], [`${node.id}-out`]] }));
  const flow = await startFlow([GAIN, NOISE, VAD, TIME, MEL, PLAY, SCORE, TTS, MIC], [...nodes, ...outputs]);
  return {
    tryMessage: async (random) => {
      const [takes, { id }] = pick(NODES, random);
      const { msg, how } = oddMessage(takes, good, random);
      if (id === 'score' || id === 'pace') await sendReference(flow, id, good);
      const before = brokenNumbers((msg['pronunciation'] as { words?: unknown } | undefined)?.words);
      return { ...(await judged(flow, id, msg, before.length)), how: `${id}: ${how}` };
    },
    stop: stopFlow,
  };
}

/** So that a learner that is good enough finds something to be compared with. */
async function sendReference(flow: RunningFlow, id: string, { wav, mel }: GoodParts): Promise<void> {
  flow.send(id, { payload: id === 'score' ? mel : wav, pronunciation: { role: 'reference' } });
  await flow.next(CAUGHT, COMPLETED);
  drain(flow, `${id}-out`);
}

/** Of the message that was sent; undefined where nothing has come in time, or something was thrown past the nodes. Asked
 *  for again and again: a promise of the next end would take that of a later message. */
async function endOf(flow: RunningFlow): Promise<Received | undefined> {
  const limit = performance.now() + LIMIT_MS;
  while (performance.now() < limit && uncaught.isClear()) {
    const [end] = [CAUGHT, COMPLETED].flatMap((box) => flow.waiting(box).splice(0, 1)) as Received[];
    if (end !== undefined) return end;
    await pause(1);
  }
  return undefined;
}

function drain(flow: RunningFlow, ...boxes: string[]): Received[] {
  return boxes.flatMap((box) => flow.waiting(box).splice(0)) as Received[];
}

async function judged(flow: RunningFlow, id: string, msg: object, wordFaults: number): Promise<Outcome> {
  const out = `${id}-out`;
  const faults = drain(flow, CAUGHT, COMPLETED, out).map(() => 'an end that came late, of the message before');
  flow.send(id, msg);
  const first = await endOf(flow);
  const thrown = uncaught.take();
  if (thrown.length > 0 || first === undefined) return { accepted: false, faults: first === undefined ? ['a hang', ...thrown] : thrown };
  await nextTurn();
  const more = drain(flow, CAUGHT, COMPLETED);
  if (more.length > 0) faults.push(`${more.length + 1} ends in place of one`);
  if (isPolluted()) faults.push('the prototype of all objects was changed');
  const sent = drain(flow, out);
  const isError = 'complete' in first ? false : first.error !== undefined;
  if (isError) {
    const { code, message } = first.error;
    // The one copy that failed may be that of a Complete node, which comes last.
    if (sent.length > 0 && code !== 'PRON_UNCOPYABLE') faults.push('a result and an error');
    return { accepted: false, code, faults: [...faults, ...faultsOfError({ code, message })] };
  }
  for (const result of sent) faults.push(...faultsOfResult(id, result, wordFaults));
  return { accepted: true, faults };
}

function faultsOfResult(id: string, { payload, pronunciation }: Received, wordFaults: number): string[] {
  const facts: Readonly<Record<string, unknown>> = pronunciation;
  const own = id === 'vad' ? ['speech'] : id === 'score' ? ['score'] : [];
  const ours = Object.fromEntries([...OURS, ...own].map((name) => [name, facts[name]]));
  const faults = brokenNumbers({ payload, ...ours });
  if (wordFaults === 0) faults.push(...brokenNumbers(facts['words'], 'words'));
  return id === 'score' && typeof payload === 'number' ? [...faults, ...outside('payload', payload, 0, 100)] : faults;
}

