import { pick, type Random } from '../../../evaluation/random';
import { acquireEngine } from '../../../engine/engine';
import type { Field, Fields } from '../../../nodes/lib/settings';
import { GAIN_FIELDS } from '../../../nodes/gain/settings';
import { MEL_FIELDS } from '../../../nodes/mel/settings';
import { MIC_FIELDS } from '../../../nodes/mic/settings';
import { NOISE_FIELDS } from '../../../nodes/noise/settings';
import { PLAY_FIELDS } from '../../../nodes/play/settings';
import { SCORE_FIELDS } from '../../../nodes/score/settings';
import { TIME_FIELDS } from '../../../nodes/time/settings';
import { TTS_FIELDS } from '../../../nodes/tts/settings';
import { VAD_FIELDS } from '../../../nodes/vad/settings';
import { GAIN, MEL, MIC, NOISE, PLAY, SCORE, TIME, TTS, VAD } from '../../../test/nodes/all-nodes';
import { syntheticMel } from '../../../test/support/mels';
import { startFlow, stopFlow, type FlowNode, type RunningFlow } from '../../../test/support/node-red';
import { syntheticWav } from '../../../test/support/synthetic-speech';
import { judged } from '../nodes-in-flow';
import { oddJson } from '../odd-value';
import { brokenNumbers, type Outcome } from '../outcome';

interface Kind {
  readonly type: string;
  readonly fields: Fields;
  /** So that a node ends with one message, whatever hangs on this machine. */
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly payload: unknown;
}

const WAV = syntheticWav({ seconds: 0.5, leadSeconds: 0.1, tailSeconds: 0.1 });
const NO_CARD = 'plughw:CARD=NoSuchCard,DEV=0';

const KINDS: readonly Kind[] = [
  { type: 'pron-gain', fields: GAIN_FIELDS, fixed: {}, payload: WAV },
  { type: 'pron-noise', fields: NOISE_FIELDS, fixed: {}, payload: WAV },
  { type: 'pron-vad', fields: VAD_FIELDS, fixed: {}, payload: WAV },
  { type: 'pron-time', fields: TIME_FIELDS, fixed: {}, payload: WAV },
  { type: 'pron-mel', fields: MEL_FIELDS, fixed: {}, payload: WAV },
  { type: 'pron-score', fields: SCORE_FIELDS, fixed: {}, payload: syntheticMel({ seconds: 0.5 }) },
  { type: 'pron-play', fields: PLAY_FIELDS, fixed: { device: NO_CARD }, payload: WAV },
  // A stop is read by the settings' rules and needs no device.
  { type: 'pron-mic', fields: MIC_FIELDS, fixed: { device: NO_CARD }, payload: 'stop' },
  { type: 'pron-tts', fields: TTS_FIELDS, fixed: { language: 'en' }, payload: 'ja' },
];

/** What Node-RED itself deploys: it looks each value up as the id of a node in a plain object, and refuses the node or the
 *  whole flow where the value is the name of something that every object has, or hides it. */
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

function oddNode(id: string, { type, fields, fixed }: Kind, random: Random): { readonly node: FlowNode; readonly how: string } {
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
  // Held over the deploys, which would start another process each time.
  const engine = acquireEngine();
  const flow: RunningFlow = await startFlow([GAIN, NOISE, VAD, TIME, MEL, PLAY, SCORE, TTS, MIC], [out]);
  return {
    async *trySettings(randoms) {
      const odd = randoms.map((random, i) => {
        const kind = pick(KINDS, random);
        return { ...oddNode(`odd-${i}`, kind, random), kind };
      });
      await flow.deploy([...odd.map(({ node }) => node), out]);
      for (const { node, how, kind } of odd) {
        // A reference, which waits for nobody.
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
