import type { Ear } from './ear';
import type { Decision } from './evidence';
import type { Teach } from './taught';
import type { WordSounds } from './word-sounds';

/** What finds edits: the ear, its teacher and the limits of its manifest. */
export interface Teacher {
  readonly ear: Ear;
  readonly teach: Teach;
  readonly decision: Decision;
  /** Of a language, by its tag of BCP 47; undefined where the ear does not know its phones. */
  readonly soundsOf: (language: string) => WordSounds | undefined;
}
