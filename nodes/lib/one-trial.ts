import { PronError } from '../../base/errors';
import { serialise } from '../../base/serialise';

/**
 * The same task, refused while it runs: what a dialog tries out takes a device, or a processor, that flows need as well.
 * @throws PronError PRON_TRIAL_RUNNING
 */
export function oneTrial<Arguments extends unknown[], Result>(
  task: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  return serialise(task, { maxWaiting: 0, refuse: () => new PronError('PRON_TRIAL_RUNNING') });
}
