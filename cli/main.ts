import type { ListedCommand } from '../base/command-line/command';
import { runCommand } from '../base/command-line/run-command';
import { certificate } from './commands/certificate';
import { doctor } from './commands/doctor';
import { hear } from './commands/hear';
import { score } from './commands/score';
import { spell } from './commands/spell';
import { trainPicturesCommand } from './commands/train-pictures';
import { loadEvaluation } from './evaluation';

const commands: readonly ListedCommand[] = [
  { name: 'score', summary: 'one learner against a reference', load: () => score },
  { name: 'hear', summary: 'what was said in a recording, and which words of a text', load: () => hear },
  { name: 'spell', summary: 'what is said for a text, and how it sounds', load: () => spell },
  { name: 'doctor', summary: 'what is there and what is wrong on this machine', load: () => doctor },
  { name: 'certificate', summary: 'HTTPS for the practice page, so that phones may use their microphones', load: () => certificate },
  { name: 'train-pictures', summary: 'a first model of your own, from pictures of recordings: for lessons', load: () => trainPicturesCommand },
  { name: 'evaluate', summary: 'how well the scores of many recordings agree with human raters', load: () => loadEvaluation('evaluate') },
  { name: 'calibrate', summary: "a map from the score to a teacher's own ratings", load: () => loadEvaluation('calibrate') },
  { name: 'train-phones', summary: 'more sounds of Korean for the ear, from recordings of your own', load: () => loadEvaluation('train-phones') },
];

/** Runs the command line `pronunciation`; resolves with the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  return runCommand('pronunciation', commands, argv);
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
