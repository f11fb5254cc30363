import { phrase } from '../../base/errors';
import { choiceField, flagField, integerField, numberField, textField, type Settings } from '../lib/fields';

/** A folder's name on every system: it neither begins nor ends with a dot or a blank. */
const CLASS_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,38}[\p{L}\p{N}_-])?$/u;

/** Settings of pron-class. */
export const CLASS_FIELDS = {
  /** The folder in which the class is kept. */
  className: textField('class', {
    pattern: CLASS_NAME, expected: phrase('aClassName'), sentence: 'invalid.className', group: 'class', icon: 'folder-o', followedBy: 'pin',
  }),
  places: choiceField('seats', ['seats', 'names'], { group: 'learners', icon: 'id-badge' }),
  /** Number of seats, or of learners at the same time. */
  seats: integerField(30, 1, 99, { group: 'learners', icon: 'users' }),
  /** After how long without a message another learner can have the seat. */
  awayMinutes: numberField(5, 0.1, 600, { group: 'learners', icon: 'clock-o', unit: 'min' }),
  /** Keeps the recordings of those who have agreed. */
  recordings: flagField(false, { group: 'learners', icon: 'headphones', unit: 'hint.recordings' }),
} as const;

export type ClassSettings = Settings<typeof CLASS_FIELDS>;
