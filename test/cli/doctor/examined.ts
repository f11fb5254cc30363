import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examineMachine, type Finding } from '../../../cli/doctor';

export const NO_USER_DIR = join(tmpdir(), 'pronunciation-no-such-folder');

/** What checks find; whatever is wrong must say in a sentence what, and in another what to do. */
export async function findingsOf(checks: string, userDir = NO_USER_DIR): Promise<readonly Finding[]> {
  const examined = await examineMachine({ userDir }, checks.split(','));
  assert.deepEqual(examined.map(({ check }) => check), checks.split(','));
  const findings = examined.flatMap((each) => each.findings);
  checkSentences(findings);
  return findings;
}

export function checkSentences(findings: readonly Finding[]): void {
  for (const { subject, condition, says, fix } of findings) {
    assert.match(says, /^[^\n]+\.$/, subject);
    if (condition === 'problem' || condition === 'warning') assert.match(fix ?? '', /^[A-Z][^\n]+\.$/, `the fix of ${subject}`);
    if (condition === 'ok') assert.equal(fix, null, subject);
    assert.doesNotMatch(`${says}${fix}`, /\{\w+\}|undefined|\[object|NaN/, subject);
  }
}

/** The findings about one thing, as condition and sentence. */
export function about(findings: readonly Finding[], subject: string): Finding {
  const found = findings.find((each) => each.subject === subject);
  assert.ok(found !== undefined, `${subject} is not among ${findings.map((each) => each.subject).join(', ')}`);
  return found;
}
