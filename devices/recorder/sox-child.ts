import { createRequire } from 'node:module';
import type { record, Recording } from 'node-record-lpcm16';

/** What the child tells its parent: how SoX ended, or why it was not started. */
export type SoxNews =
  | { readonly kind: 'ended'; readonly code: number | null; readonly killedBy: NodeJS.Signals | null }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };

/** The argument of the child. */
interface Order {
  readonly device: string;
  readonly sampleRate: number;
}

let recording: Recording | undefined;
let isOver = false;

function finish(news: SoxNews): void {
  if (isOver) return;
  isOver = true;
  // What was recorded is written first.
  process.stdout.write('', () => {
    if (process.connected) process.send?.(news, () => process.exit(0));
    else process.exit(0);
  });
}

function fail(error: NodeJS.ErrnoException): void {
  finish({ kind: 'failed', code: error.code, message: error.message });
}

/**
 * Records with SoX through node-record-lpcm16 and writes raw samples to stdout, what SoX complains about to stderr.
 * The package listens to no error of the process that it starts, so they arrive as uncaught exceptions.
 */
function begin({ device, sampleRate }: Order): void {
  // An optional dependency: where it is missing, this throws MODULE_NOT_FOUND.
  const recorder = createRequire(__filename)('node-record-lpcm16') as { readonly record: typeof record };
  recording = recorder.record({ recorder: 'sox', sampleRate, channels: 1, audioType: 'raw', ...(device !== 'default' && { device }) });
  const { process: sox } = recording;
  const stream = recording.stream();
  // After each stop the package raises an error with the exit code, which `close` tells as well.
  stream.on('error', () => undefined);
  // The package's own reader, which only logs, would read on where the pipe below has to wait.
  stream.removeAllListeners('data');
  stream.pipe(process.stdout);
  sox.stderr.pipe(process.stderr);
  sox.on('close', (code, killedBy) => finish({ kind: 'ended', code, killedBy }));
}

// Where no file handle is left, the package throws first (there is no stream), and the true error follows.
process.on('uncaughtException', fail);
process.on('message', (signal: 'SIGTERM' | 'SIGKILL') => {
  if (signal === 'SIGTERM') recording?.stop();
  else recording?.process.kill(signal);
});
process.on('disconnect', () => {
  recording?.process.kill('SIGKILL');
  process.exit(0);
});

try {
  begin(JSON.parse(process.argv[2] ?? '') as Order); // written by sox.ts
} catch (error) {
  setImmediate(() => fail(error as Error));
}
