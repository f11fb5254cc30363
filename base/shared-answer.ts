/** Runs a task once for all callers that come while it runs: a hundred requests must not start a hundred programs. */
export function sharedAnswer<T>(task: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= task().finally(() => (underWay = undefined));
    return underWay;
  };
}
