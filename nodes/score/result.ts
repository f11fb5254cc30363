import type { NodeAPI } from 'node-red';

import type { Score, ScoreDetails } from '../../engine/jobs';
import type { Stage } from '../lib/stage';
import { MAX_STATUS_LENGTH, type Look } from '../lib/status';

/** The score with one decimal, for a gauge or a display; the verdict if there is no score. */
export function payloadOf({ value, verdict }: ScoreDetails): number | string {
  return value === null ? verdict : Math.round(value * 10) / 10;
}

/** The status: "73.5 points" in the tier's colour, or the verdict. If the text is short enough, it also says that the inference
 *  was not native. */
export function showScore(RED: NodeAPI, { showText }: Pick<Stage, 'showText'>, score: Score): void {
  const payload = payloadOf(score);
  const text = RED._(`status.${score.verdict}`, { score: payload });
  const withBackend = score.backend === 'wasm' ? `${text} · wasm` : text;
  showText(lookOf(score), withBackend.length > MAX_STATUS_LENGTH ? text : withBackend);
}

/** A status has fewer colours than the tiers. */
function lookOf({ tier }: Score): Look {
  switch (tier?.colour) {
    case 'green':
      return 'good';
    case 'red':
      return 'poor';
    case undefined:
      return 'refused';
    default:
      return 'fair';
  }
}
