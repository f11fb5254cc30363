import { quantile } from '../../../evaluation/metrics/quantile';
import type { Outcome } from './outcome';
import type { Recording } from './recordings';
import type { Kind } from './trials';
import { wilsonInterval } from './wilson';

/** A trial that was heard. */
export interface Measured extends Outcome {
  readonly kind: Kind;
  readonly recording: Recording;
  readonly completeness: number;
  readonly ms: number;
}

/** Below this another text is refused as another text, and so is an own one. */
const WRONG_SENTENCE = 0.2;
const WHOLE = 0.9;
const LEAST_HALF = 0.3;
const MOST_HALF = 0.7;

/** One line: a share with its counts and its interval, and the time that it took. */
export function figuresOf(kind: Kind, measured: readonly Measured[]): string[] {
  const share = (title: string, is: (one: Measured) => boolean): string => {
    const hits = measured.filter(is).length;
    const [low, high] = wilsonInterval(hits, measured.length).map(percent) as [string, string];
    return `${title} ${percent(hits / measured.length)} % (${hits} of ${measured.length}; ${low} to ${high})`;
  };
  const times = measured.map(({ ms }) => ms);
  const time = `median ${Math.round(quantile(times, 0.5) ?? NaN)} ms, 95 % below ${Math.round(quantile(times, 0.95) ?? NaN)} ms`;
  switch (kind) {
    case 'right':
    case 'right, other blanks':
      return [share('false alarms', ({ isFound }) => isFound), share('completeness of 0.9 and more', ({ completeness }) => completeness >= WHOLE), time];
    case 'another text':
      return [share('completeness below 0.2', ({ completeness }) => completeness < WRONG_SENTENCE), time];
    case 'half':
      return [share('found', ({ isFound }) => isFound), share('completeness of 0.3 to 0.7', ({ completeness }) => completeness > LEAST_HALF && completeness < MOST_HALF), time];
    default:
      return [
        share('found', ({ isFound }) => isFound),
        share('named', ({ isNamed }) => isNamed),
        share('as its kind', ({ isAsKind }) => isAsKind),
        share('nothing else named', ({ isAlone }) => isAlone),
        time,
      ];
  }
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}
