/** Uncaught errors: each would end Node-RED. */
export const uncaught = { watch, take, isClear: (): boolean => seen.length === 0 };

let seen: string[] = [];

const see = (error: unknown): void => void seen.push(`a crash: ${error instanceof Error ? String(error.stack) : String(error)}`);

/** Keeps them from ending this process. @returns a function that ends the watch */
function watch(): () => void {
  process.on('uncaughtException', see);
  return () => void process.off('uncaughtException', see);
}

/** Those since the last call. */
function take(): string[] {
  const taken = seen;
  seen = [];
  return taken;
}
