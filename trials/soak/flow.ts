import type { FlowNode } from '../../test/system/support/node-red';
import { answers, entrance, node } from '../load/flow-parts';

/** Where recordings and texts are sent. */
export const PATHS = {
  /** A recording that learners are compared with. */
  reference: '/reference',
  /** Texts for the built-in voice, and for the program espeak-ng. */
  builtIn: '/text-built-in',
  espeakNg: '/text-espeak-ng',
  /** A learner, through the shortest chain. */
  learner: '/learner',
  /** A learner, through all stages and with pictures. */
  allStages: '/all-stages',
  /** A learner without a reference. */
  lonely: '/lonely',
} as const;

const score = (id: string, settings: Readonly<Record<string, unknown>> = {}): FlowNode =>
  node(id, 'pron-score', [['answer'], ['answer']], settings);

/** Every stage that works on recordings, in three chains, each with its own score node. */
export function soakFlow(): FlowNode[] {
  return [
    ...answers(['score']),
    ...entrance(PATHS.reference, 'reference-noise'),
    ...entrance(PATHS.builtIn, 'built-in'),
    node('built-in', 'pron-tts', [['reference-noise']], { engine: 'built-in', language: 'ko' }),
    ...entrance(PATHS.espeakNg, 'espeak-ng'),
    node('espeak-ng', 'pron-tts', [['reference-noise']], { engine: 'espeak-ng', language: 'ko' }),
    node('reference-noise', 'pron-noise', [['reference-vad']]),
    node('reference-vad', 'pron-vad', [['reference-mel']]),
    // Only `score` answers, or a reference would be answered twice.
    node('reference-mel', 'pron-mel', [['score', 'score-picture']]),

    ...entrance(PATHS.learner, 'noise'),
    node('noise', 'pron-noise', [['vad']]),
    node('vad', 'pron-vad', [['mel']]),
    node('mel', 'pron-mel', [['score']]),
    score('score'),

    ...entrance(PATHS.allStages, 'gain'),
    node('gain', 'pron-gain', [['all-noise']], { mode: 'rms', targetDb: -20 }),
    node('all-noise', 'pron-noise', [['all-vad']], { mode: 'non-stationary' }),
    node('all-vad', 'pron-vad', [['time']]),
    node('time', 'pron-time', [['all-mel']], { mode: 'ratio', ratio: 1.1 }),
    node('all-mel', 'pron-mel', [['score-picture']], { picture: 'magma' }),
    score('score-picture', { pairPicture: true }),

    ...entrance(PATHS.lonely, 'lonely-mel'),
    node('lonely-mel', 'pron-mel', [['score-lonely']]),
    score('score-lonely', { waitSeconds: 1 }),
  ];
}
