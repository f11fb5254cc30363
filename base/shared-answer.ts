/** The same task, done once for all who ask while it is under way: programs and files are not asked a hundred times at once. */
export function sharedAnswer<T>(task: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= task().finally(() => (underWay = undefined));
    return underWay;
  };
}
