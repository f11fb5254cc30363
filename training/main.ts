import type { ListedCommand } from '../base/command-line/command';
import { runCommand } from '../base/command-line/run-command';
import { ear } from './ear/command';
import { earFeatures } from './ear/features-command';
import { earWrongJamo } from './ear/korean/command';
import { earKoreanTexts } from './ear/korean/texts-command';
import { earSplices } from './ear/korean/splices/command';
import { earSpliceFigures } from './ear/korean/splices/limits-command';
import { earPairs } from './ear/english/pairs-command';
import { earWords } from './ear/words/command';
import { features } from './features/command';
import { corpus } from './protocol/corpus';
import { pairs } from './protocol/pairs';
import { takes } from './takes/command';

const commands: readonly ListedCommand[] = [
  { name: 'features', summary: 'mel features of many recordings, for training', load: () => features },
  { name: 'ear', summary: 'what the ear hears in many recordings, for training its heads', load: () => ear },
  { name: 'ear-features', summary: 'what the judge sees of those recordings', load: () => earFeatures },
  { name: 'ear-words', summary: 'how well the ear finds words left out, added and exchanged', load: () => earWords },
  { name: 'ear-korean-texts', summary: 'how Korean texts are pronounced, to find their phones', load: () => earKoreanTexts },
  { name: 'ear-wrong-jamo', summary: "natives' Korean against texts with wrong jamo", load: () => earWrongJamo },
  { name: 'ear-splices', summary: 'whether the ear follows the sound of Korean or its text', load: () => earSplices },
  { name: 'ear-splice-figures', summary: 'what came out, and from which confidence on a contrast is named', load: () => earSpliceFigures },
  { name: 'ear-pairs', summary: 'whether English words that differ in one sound are told apart', load: () => earPairs },
  { name: 'corpus', summary: 'the folder for the report out of a public copy of speechocean762', load: () => corpus },
  { name: 'pairs', summary: "the pairs on which the project's own figures stand", load: () => pairs },
  { name: 'takes', summary: 'pairs that tell what several takes of a text are worth', load: () => takes },
];

void runCommand('node tools/run.mjs training', commands, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
