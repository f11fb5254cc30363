import { daysLeft, readCertificate, RENEWED_DAYS } from '../../certificate';
import { isCheckout, usualUserDir } from '../../user-dir';
import type { Check } from '../check';
import { notHere, ok, problem, warning, type Finding } from '../finding';

const SUBJECT = 'HTTPS';

/** The command that makes or renews the certificate of a user directory. */
function command(userDir: string): string {
  return isCheckout() && userDir === usualUserDir() ? 'npm start -- --https' : `npx pronunciation certificate --user-dir ${userDir}`;
}

function finding(userDir: string): Finding {
  const again = command(userDir);
  let certificate: ReturnType<typeof readCertificate>;
  try {
    certificate = readCertificate(userDir);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n', 1);
    return problem(SUBJECT, `The certificate in ${userDir} can't be used: ${reason.replace(/\.$/, '')}.`, `Make it again: ${again}.`);
  }
  if (certificate === undefined) {
    return notHere(SUBJECT, `There is no certificate in ${userDir}, so phones can't use their microphones on the page.`, `Make one: ${again}.`);
  }
  const { names, addresses, ends, isOurs } = certificate;
  const left = daysLeft(certificate);
  const day = ends.toISOString().slice(0, 10);
  const facts = { ends: day, daysLeft: left, names, addresses };
  const fix = isOurs ? `Renew it: ${again}.` : `Put a new one into ${userDir}.`;
  if (left < 0) return problem(SUBJECT, `The certificate ended on ${day}.`, fix, facts);
  if (left <= RENEWED_DAYS) return warning(SUBJECT, `The certificate ends on ${day}, in ${left} ${left === 1 ? 'day' : 'days'}.`, fix, facts);
  return ok(SUBJECT, `The certificate is good until ${day}.`, facts);
}

/** Whether phones may use their microphones on the page: a certificate, and for how long. */
export const certificate: Check = {
  name: 'certificate',
  title: 'HTTPS',
  limitMs: 2000,
  run: ({ userDir }) => Promise.resolve([finding(userDir)]),
};
