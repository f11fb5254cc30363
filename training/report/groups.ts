import type { Context } from './context';
import type { Measured } from './row';
import { measureKoreanReaders } from './rows/korean-readers';
import { measureKoreanSynthetic } from './rows/korean-synthetic';
import { measureLearners } from './rows/learners';
import { measureNegatives } from './rows/negatives';
import { measureNoiseChange } from './rows/noise';
import { measureSpeed } from './rows/speed';
import { measureVerdicts } from './rows/verdicts';
import { measureVolume } from './rows/volume';
import { measureCommands, measureKoreanDigits } from './rows/words';

/** The rows by the names of `--only`, in the order of the report. */
export const GROUPS: Readonly<Record<string, (context: Context) => Measured | Promise<Measured>>> = {
  learners: measureLearners,
  negatives: measureNegatives,
  volume: measureVolume,
  noise: measureNoiseChange,
  'korean-synthetic': measureKoreanSynthetic,
  'korean-readers': measureKoreanReaders,
  'korean-digits': measureKoreanDigits,
  'arabic-commands': (context) => measureCommands(context, 'arabic-commands', 'ar'),
  'english-commands': (context) => measureCommands(context, 'english-commands', 'en-US'),
  verdicts: measureVerdicts,
  speed: measureSpeed,
};
