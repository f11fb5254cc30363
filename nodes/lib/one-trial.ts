import { PronError } from '../../base/errors';
import { serialise } from '../../base/serialise';

/**
 * Returns the same task, which refuses further calls while it runs. A dialog's trial uses a device, or CPU time, that flows
 * need as well.
 * @throws PronError PRON_TRIAL_RUNNING
 */
export function oneTrial<Arguments extends unknown[], Result>(
  task: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  return serialise(task, { maxWaiting: 0, refuse: () => new PronError('PRON_TRIAL_RUNNING') });
}
