import { createInterface } from 'node:readline/promises';

/** `not asked` where nobody sits at a terminal. */
type Answer = 'yes' | 'no' | 'not asked';

const hasTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

async function answerTo(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question(question)).trim().toLowerCase();
  } finally {
    lines.close();
  }
}

/** Asks until the answer begins with y or n. */
export async function askYesNo(question: string): Promise<Answer> {
  if (!hasTerminal()) return 'not asked';
  for (;;) {
    const answer = await answerTo(`${question} [y/n] `);
    if (answer.startsWith('y')) return 'yes';
    if (answer.startsWith('n')) return 'no';
  }
}

/** Waits for the Enter key. Resolves to false where nobody sits at a terminal. */
export async function waitForEnter(what: string): Promise<boolean> {
  if (!hasTerminal()) return false;
  await answerTo(`${what} Press Enter. `);
  return true;
}
