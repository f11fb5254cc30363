import { pick, type Random } from '../../../base/random';
import { acquireEngine } from '../../../engine/engine';
import { ALL_FIELDS } from '../../../nodes/all-fields';
import type { Field, Fields } from '../../../nodes/lib/fields';
import { GAIN, HEAR, MEL, MIC, NOISE, PLAY, SCORE, TIME, TTS, VAD } from '../../../test/nodes/all-nodes';
import { syntheticMel } from '../../../test/support/mels';
import { startFlow, stopFlow, type FlowNode, type RunningFlow } from '../../../test/support/node-red';
import { syntheticWav } from '../../../test/support/synthetic-speech';
import { judged } from '../nodes-in-flow';
import { oddJson } from '../odd-value';
import { brokenNumbers, type Outcome } from '../outcome';

interface Kind {
  readonly type: string;
  /** Settings that are always set, so that the node ends with one message, whatever devices the machine has. */
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly payload: unknown;
}

const WAV = syntheticWav({ seconds: 0.5, leadSeconds: 0.1, tailSeconds: 0.1 });
const NO_CARD = 'plughw:CARD=NoSuchCard,DEV=0';

const KINDS: readonly Kind[] = [
  { type: 'pron-gain', fixed: {}, payload: WAV },
  { type: 'pron-noise', fixed: {}, payload: WAV },
  { type: 'pron-vad', fixed: {}, payload: WAV },
  { type: 'pron-time', fixed: {}, payload: WAV },
  { type: 'pron-hear', fixed: {}, payload: WAV },
  { type: 'pron-mel', fixed: {}, payload: WAV },
  { type: 'pron-score', fixed: {}, payload: syntheticMel({ seconds: 0.5 }) },
  { type: 'pron-play', fixed: { device: NO_CARD }, payload: WAV },
  // A stop is read by the settings' rules and needs no device.
  { type: 'pron-mic', fixed: { device: NO_CARD }, payload: 'stop' },
  { type: 'pron-tts', fixed: { language: 'en' }, payload: 'ja' },
];

/** Replaces values that Node-RED itself cannot deploy. It looks up each value in a plain object of node ids. So it refuses the
 *  node or the whole flow if the value is the name of a property that every object has, or an object that hides one of these. */
function deployable(value: unknown): unknown {
  if (typeof value === 'string' && value in {}) return '';
  const hides = (name: string): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return ['toString', 'hasOwnProperty'].some(hides) ? {} : value;
}

function oddSetting(field: Field, random: Random): unknown {
  if (random() < 0.4) return deployable(oddJson(random));
  if (field.kind === 'choice') return pick(field.options, random);
  if (field.kind !== 'number') return deployable(oddJson(random));
  const number = pick([field.min, field.max, field.min - 1, field.max + 1, field.min + 0.5, field.default, 1, 0], random);
  return random() < 0.5 ? number : String(number);
}

function oddNode(id: string, { type, fixed }: Kind, random: Random): { readonly node: FlowNode; readonly how: string } {
  const fields: Fields = ALL_FIELDS[type] ?? {};
  const names = Array.from({ length: pick([1, 2, 3, 6], random) }, () => pick(Object.keys(fields), random));
  const odd = Object.fromEntries(names.map((name) => [name, oddSetting(fields[name] as Field, random)])); // one of its keys
  const node = { ...fixed, ...odd, ...(type === 'pron-mel' && random() < 0.6 && { source: 'own' }), id, type, wires: [['out'], ['out']] };
  return { node, how: `${type}: ${JSON.stringify(odd).slice(0, 200)}` };
}

export interface SettingsTrial {
  /** Deploys a node for each of the random sources and gives it a good message. */
  readonly trySettings: (randoms: readonly Random[]) => AsyncGenerator<Outcome & { readonly how: string }>;
  readonly stop: () => Promise<void>;
}

export async function startSettings(): Promise<SettingsTrial> {
  const out: FlowNode = { id: 'out', type: 'helper' };
  // Kept during all deploys. Otherwise each deploy would start a new engine process.
  const engine = acquireEngine();
  const flow: RunningFlow = await startFlow([GAIN, NOISE, VAD, TIME, HEAR, MEL, PLAY, SCORE, TTS, MIC], [out]);
  return {
    async *trySettings(randoms) {
      const odd = randoms.map((random, i) => {
        const kind = pick(KINDS, random);
        return { ...oddNode(`odd-${i}`, kind, random), kind };
      });
      await flow.deploy([...odd.map(({ node }) => node), out]);
      for (const { node, how, kind } of odd) {
        // Sent as a reference, so that it does not wait for one.
        const outcome = await judged(flow, node.id, { payload: kind.payload, pronunciation: { role: 'reference' } }, 'out', ({ payload }) => brokenNumbers({ payload }));
        yield { ...outcome, how };
      }
    },
    stop: async () => {
      await stopFlow();
      await engine.release();
    },
  };
}
