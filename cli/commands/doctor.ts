import { resolve } from 'node:path';
import { CHECK_NAMES, examineMachine } from '../doctor';
import type { Command } from '../../base/command-line/command';
import { countsOf, doctorReport } from '../doctor/report';
import { readOptions } from '../../base/command-line/options';
import { UsageError } from '../../base/command-line/usage-error';
import { usualUserDir } from '../user-dir';
import { VOICE_HELP, VOICE_OPTIONS, voiceChoice } from '../../engine/offline/voice-options';

const help = `pronunciation doctor [--json] [--user-dir DIR] [--only CHECK,...]

Tells what is there and what is wrong on this machine, with what to do about it. Each thing is ok, a warning (works, or
can do without), a problem, or not here (and need not be). It listens to each microphone for a moment, plays nothing
that can be heard, changes nothing, and sends nothing anywhere, but one word to a voice server that you name. It ends
within ten seconds; what a slow machine has not done by then is a warning that says so.

  --json            the same as JSON, see below
  --user-dir DIR    Node-RED's user directory, default ~/.node-red, in a checkout that of npm start: its models,
                    calibrations, nodes and certificate are looked at
  --only CHECK,...  these alone, and with more time:
                    ${CHECK_NAMES.slice(0, 7).join(', ')},
                    ${CHECK_NAMES.slice(7).join(', ')}

A voice to try besides the installed ones:
${VOICE_HELP}

JSON: {version: 1, userDir,
       counts: {ok, warning, problem, notHere},
       checks: [{check, title, ms, findings: [{subject, condition, says, fix, facts}]}]}
where check is one of the names above, condition is ok, warning, problem or "not here", says is a sentence, fix is a
sentence or null (never null for a warning or a problem), and facts are the numbers and names behind it.

Exit code 0 without a problem, 1 with one.
`;

/** Of the JSON; raised when a key changes its meaning. */
const VERSION = 1;
/** What was given up may still hold this process: a file system that does not answer, say. */
const LEAVE_MS = 500;

function checksNamed(option: string | undefined): string[] | undefined {
  if (option === undefined) return undefined;
  const names = option.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const unknown = names.find((name) => !CHECK_NAMES.includes(name));
  if (unknown === undefined && names.length > 0) return names;
  throw new UsageError(`There is no check "${unknown ?? option}"; choose from ${CHECK_NAMES.join(', ')}.`);
}

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('doctor', argv, {
    json: { type: 'boolean', default: false },
    'user-dir': { type: 'string', default: usualUserDir() },
    only: { type: 'string' },
    ...VOICE_OPTIONS,
  });
  const userDir = resolve(options['user-dir']);
  const examined = await examineMachine({ userDir, voice: voiceChoice(options) }, checksNamed(options.only));
  const { ok, warning, problem, 'not here': notHere } = countsOf(examined);
  const report = { version: VERSION, userDir, counts: { ok, warning, problem, notHere }, checks: examined };
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : doctorReport(userDir, examined));
  const code = problem > 0 ? 1 : 0;
  setTimeout(() => process.exit(code), LEAVE_MS).unref();
  return code;
}

export const doctor: Command = {
  help,
  run,
};
