import type { Context } from './context';
import type { Measured } from './row';
import { measureEar } from './rows/ear';
import { measureKoreanReaders } from './rows/korean-readers';
import { measureKoreanSynthetic } from './rows/korean-synthetic';
import { measureLearners } from './rows/learners';
import { measureNegatives, measureNegativesWithEar } from './rows/negatives';
import { measureNoiseChange } from './rows/noise';
import { measureSpeed } from './rows/speed';
import { measureVerdicts } from './rows/verdicts';
import { measureVolume } from './rows/volume';
import { measureCommands, measureKoreanDigits } from './rows/words';

/** A group of rows of the report. */
export interface Group {
  readonly measure: (context: Context) => Measured | Promise<Measured>;
  /** The folders of recordings that it needs, in the folder of --speech. */
  readonly needs: readonly string[];
}

/** The groups by their names for `--only`, in the order of the report. */
export const GROUPS: Readonly<Record<string, Group>> = {
  learners: { measure: measureLearners, needs: ['english-learners'] },
  ear: { measure: measureEar, needs: ['english-learners'] },
  negatives: { measure: measureNegatives, needs: ['noise'] },
  'negatives-ear': { measure: measureNegativesWithEar, needs: ['noise'] },
  volume: { measure: measureVolume, needs: ['english-learners'] },
  noise: { measure: measureNoiseChange, needs: ['english-learners', 'noise'] },
  'korean-synthetic': { measure: measureKoreanSynthetic, needs: [] },
  'korean-readers': { measure: measureKoreanReaders, needs: ['korean'] },
  'korean-digits': { measure: measureKoreanDigits, needs: ['korean'] },
  'arabic-commands': { measure: (context) => measureCommands(context, 'arabic-commands', 'ar'), needs: ['arabic-commands'] },
  'english-commands': { measure: (context) => measureCommands(context, 'english-commands', 'en-US'), needs: ['english-commands'] },
  verdicts: { measure: measureVerdicts, needs: ['english-learners', 'english-native', 'korean', 'english-commands', 'arabic-commands'] },
  speed: { measure: measureSpeed, needs: [] },
};
