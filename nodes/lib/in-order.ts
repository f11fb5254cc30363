/** Runs a task for one call after the other, in the order of the calls: what is read from disk for one
 *  message must not let the next one overtake it. A failed call does not hold up those after it. */
export function inOrder<Arguments extends unknown[], Result>(
  task: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const result = last.then(() => task(...given));
    last = result.catch(() => undefined);
    return result;
  };
}
