import { groupedBy } from '../../evaluation/grouped-by';
import type { MeasuredPair } from '../../evaluation/measured';
import { WITNESSES, witnessFigures, type WitnessFigures } from '../../evaluation/witness-figures';
import { pearsonOfPhones } from '../../evaluation/words/rated-phones';
import type { Interval } from '../../evaluation/bootstrap';
import type { WitnessedPair } from './witnessed-pair';
import { expertAgreement, type Scale } from './experts';
import { intervalsOf, type Row, type Target } from './row';

/** A pair that the ear may be reported on. */
export type EarPair = MeasuredPair & Pick<WitnessedPair, 'age' | 'gender' | 'experts'>;

const ADULT = 16;
/** Ratings of good recordings and of bad ones. */
export const LIMITS = { good: 8, bad: 5 } as const;
const TITLE = 'English learners with the ear';
/** Titles of the rows below that of both witnesses. */
const ALONE = { siamese: '  Siamese network alone', ear: '  ear alone' } as const;

/** What the rows of a group say: the words of the title, the figure, and the experts' scale where each expert's rating is known. */
const GROUP_KINDS = [
  ['total', 'pearson', 'total'],
  ['accuracy', 'accuracy', 'accuracy'],
  ['fluency', 'fluency', 'fluency'],
  ['prosody', 'prosodic', 'prosodic'],
  ["the words' total", 'pearsonWords', null],
] as const satisfies readonly (readonly [string, keyof WitnessFigures, Scale | null])[];

/**
 * The rows of the report about both witnesses, each of them alone, and the experts.
 * @param pairs those that the ear has listened to, so that all witnesses are measured on the same
 */
export function earRows(pairs: readonly EarPair[]): Row[] {
  const figures = figuresOf(pairs);
  const intervals = intervalsOf(pairs, ({ group }) => group, figuresOf);
  const row = (title: string, measured: number | null, interval: Interval | null, target: Target | null = null, digits = 3): Row => {
    return { title, target, measured, interval, digits };
  };
  const witnesses = (title: string, key: keyof WitnessFigures, target: Target | null = null, digits = 3): Row[] => [
    row(`With the ear: ${title}`, figures.both[key], intervals.both[key], target, digits),
    row(ALONE.siamese, figures.siamese[key], intervals.siamese[key], null, digits),
    row(ALONE.ear, figures.ear[key], intervals.ear[key], null, digits),
  ];
  const expert = (measured: number | null, interval: Interval | null): Row => row('  one expert against the others', measured, interval);
  const rated = (title: string, key: 'accuracy' | 'fluency' | 'prosodic', target: Target | null): Row[] => {
    return [...witnesses(title, key, target), expert(figures.experts[key], intervals.experts[key])];
  };
  const group = (name: keyof typeof figures.groups, title: string, target: Target | null): Row[] => {
    const [own, bounds] = [figures.groups[name], intervals.groups[name]];
    return GROUP_KINDS.flatMap(([kind, key, scale]) => [
      row(`With the ear: Pearson with ${kind}, ${title}`, own.both[key], bounds.both[key], key === 'pearson' ? target : null),
      row(ALONE.siamese, own.siamese[key], bounds.siamese[key]),
      row(ALONE.ear, own.ear[key], bounds.ear[key]),
      ...(scale === null ? [] : [expert(own.experts[scale], bounds.experts[scale])]),
    ]);
  };
  return [
    countRow(pairs),
    ...witnesses('Pearson with total', 'pearson', { atLeast: 0.88 }),
    expert(figures.experts.total, intervals.experts.total),
    ...rated('Pearson with accuracy', 'accuracy', { atLeast: 0.83 }),
    ...rated('Pearson with fluency', 'fluency', { atLeast: 0.88 }),
    ...rated('Pearson with prosody', 'prosodic', null),
    ...witnesses("Pearson of word scores with the words' total", 'pearsonWords', { atLeast: 0.75 }),
    row('With the ear: Pearson of the scores of sounds', figures.phones, intervals.phones, { atLeast: 0.67 }),
    ...group('children', 'children', { atLeast: 0.76 }),
    ...group('adults', 'adults', null),
    ...group('female', 'female speakers', null),
    ...group('male', 'male speakers', null),
    ...witnesses('AUC, total of 8 and more against 5 and less', 'aucGoodBad', { atLeast: 0.998 }),
    ...witnesses('Equal error rate, same against another', 'eerSame', { atMost: 0.005 }, 4),
    ...witnesses('Own sentences refused, as another or as incomplete', 'refusedSame', null, 4),
    ...witnesses('Other sentences refused', 'refusedOther', null, 4),
  ];
}

/** A row that says only why there are no figures. */
export function withoutEarRow(note: string): Row {
  return { title: TITLE, target: null, measured: null, note };
}

function countRow(pairs: readonly EarPair[]): Row {
  const speakers = groupedBy(pairs, ({ group }) => group).size;
  return { title: `${TITLE}: recordings`, target: null, measured: ownText(pairs).length, digits: 0, note: `${speakers} speakers` };
}

function ownText(pairs: readonly EarPair[]): readonly EarPair[] {
  return pairs.filter(({ same }) => same !== false);
}

function figuresOf(pairs: readonly EarPair[]) {
  const own = ownText(pairs);
  return {
    ...agreementOf(pairs),
    phones: pearsonOfPhones(own),
    groups: {
      children: agreementOf(own.filter(({ age }) => age < ADULT)),
      adults: agreementOf(own.filter(({ age }) => age >= ADULT)),
      female: agreementOf(own.filter(({ gender }) => gender === 'f')),
      male: agreementOf(own.filter(({ gender }) => gender === 'm')),
    },
  };
}

/** The figures of each witness, and of one expert against the others. */
function agreementOf(pairs: readonly EarPair[]) {
  const own = ownText(pairs);
  const expert = (scale: Scale): number | null => expertAgreement(own, scale);
  return {
    both: witnessFigures(pairs, WITNESSES.both, LIMITS),
    siamese: witnessFigures(pairs, WITNESSES.siamese, LIMITS),
    ear: witnessFigures(pairs, WITNESSES.ear, LIMITS),
    experts: { total: expert('total'), accuracy: expert('accuracy'), fluency: expert('fluency'), prosodic: expert('prosodic') },
  };
}
