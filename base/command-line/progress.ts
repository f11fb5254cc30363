/** How far a long run is: one line on a terminal that is written over, nothing where there is none. */
export interface Progress {
  /** One more is done; `failed` of all so far. */
  step(failed: number): void;
  /** A line that stays, on stderr, terminal or not. */
  note(text: string): void;
  end(): void;
}

const CLEAR_LINE = '\r\x1b[K';
const EVERY_MS = 100;

export function progressLine(what: string, total: number): Progress {
  const terminal = process.stderr.isTTY;
  let done = 0;
  let shown = 0;
  return {
    step(failed) {
      done += 1;
      const now = Date.now();
      if (!terminal || (done < total && now - shown < EVERY_MS)) return;
      shown = now;
      process.stderr.write(`${CLEAR_LINE}${done} of ${total} ${what}${failed > 0 ? `, ${failed} failed` : ''}`);
    },
    note(text) {
      process.stderr.write(`${terminal ? CLEAR_LINE : ''}${text}\n`);
    },
    end() {
      if (terminal) process.stderr.write(CLEAR_LINE);
    },
  };
}
