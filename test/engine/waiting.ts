import assert from 'node:assert/strict';
import type { ErrorCode } from '../../base/errors';
import { PronError } from '../../base/errors';

/** Waits for `promise` to fail with that code and returns the error. */
export async function rejection(promise: Promise<unknown>, code: ErrorCode): Promise<PronError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof PronError, String(error));
    assert.equal(error.code, code, error.message);
    return error;
  }
  return assert.fail(`resolved instead of failing with ${code}`);
}

/** Whether a process of that id is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Whether a process is gone within `ms`: an orphan is there until its new parent took notice. */
export async function endsWithin(pid: number, ms: number): Promise<boolean> {
  const limit = performance.now() + ms;
  while (isAlive(pid) && performance.now() < limit) await sleep(20);
  return !isAlive(pid);
}
