import type { Ear } from './ear';
import type { Decision } from './evidence';
import type { Teach } from './taught';

/** What finds edits: the ear, its teacher and the limits of its manifest. */
export interface Teacher {
  readonly ear: Ear;
  readonly teach: Teach;
  readonly decision: Decision;
}
