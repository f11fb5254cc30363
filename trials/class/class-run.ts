import { setTimeout as pause } from 'node:timers/promises';

import { seededRandom } from '../../base/random';
import { resultsIn } from '../../test/support/class-results';
import { practise, type Register } from './pupil';
import { openSchool } from './school';
import { openTeacher } from './teacher';

export interface ClassPlan {
  readonly learners: number;
  /** Of each learner. */
  readonly tries: number;
  readonly powerCuts: number;
  readonly seed: number;
}

/** The counts of a run. */
export interface ClassFigures {
  readonly confirmed: number;
  readonly dropped: number;
  readonly powerCuts: number;
  /** Confirmed tries that are not in the file. */
  readonly lost: number;
  readonly doubled: number;
  /** Results under another learner's name, or under none. */
  readonly wrongName: number;
  /** Names that somebody else got while their learner was there. */
  readonly stolen: number;
  /** Learners who did not get their name back when they came back. */
  readonly notBack: number;
  /** Results that the overview lacks. */
  readonly notShown: number;
  /** The slowest answer to the teacher, ms, with the way there. */
  readonly slowestOverview: number;
  readonly faults: readonly string[];
}

/** One in five leaves in the middle, for another learner. */
const isLeaving = (i: number): boolean => i % 5 === 4;

/** Learners of one class practise at the dashboard of a real Node-RED whose power is cut, and whose connections break off. */
export async function classRun({ learners, tries, powerCuts, seed }: ClassPlan): Promise<ClassFigures> {
  const school = await openSchool();
  const teacher = await openTeacher(school);
  try {
    const random = seededRandom(seed);
    const register: Register = { confirmed: new Map(), dropped: 0, stolen: 0, notBack: 0, faults: [] };
    const nameOf = (i: number): string => `Learner ${i + 1}`;
    const neighbourOf = (i: number): number => [(i + 1) % learners, (i + 2) % learners].find((one) => !isLeaving(one)) ?? i;
    let isOver = false;
    let slowestOverview = 0;
    /** Odd while there is no power. */
    let cuts = 0;
    const watch = async (): Promise<void> => {
      while (!isOver) {
        const [start, cutsBefore] = [performance.now(), cuts];
        await teacher.overview();
        // The time without power is not the overview's.
        if (cuts === cutsBefore && cuts % 2 === 0) slowestOverview = Math.max(slowestOverview, performance.now() - start);
        await pause(500);
      }
    };
    const cut = async (): Promise<void> => {
      for (let i = 0; i < powerCuts; i++) {
        await waitForShare(register, (learners * tries * (i + 1)) / (powerCuts + 1));
        cuts++;
        await school.cutPower();
        await teacher.overview();
        cuts++;
      }
    };
    const pupils = Array.from({ length: learners }, (_, i) =>
      practise({
        school, name: nameOf(i), session: `session-${i}`, tries, neighbour: nameOf(neighbourOf(i)), random, register,
        successor: isLeaving(i) ? { name: `Newcomer ${i + 1}`, session: `new-session-${i}` } : undefined,
      }),
    );
    const watching = watch();
    await Promise.all([...pupils, cut()]);
    isOver = true;
    await watching;
    const shown = (await teacher.overview()).tries;
    return { ...(await countIn(school.file, register, shown)), dropped: register.dropped, powerCuts, slowestOverview };
  } finally {
    await teacher.close();
    await school.close();
  }
}

async function waitForShare({ confirmed }: Register, count: number): Promise<void> {
  while (confirmed.size < count) await pause(20);
}

type Counted = Omit<ClassFigures, 'dropped' | 'powerCuts' | 'slowestOverview'>;

/** Compares the class's file with what the class has confirmed. */
async function countIn(file: string, { confirmed, stolen, notBack, faults }: Register, shown: number): Promise<Counted> {
  const results = await resultsIn(file);
  const seats = new Map(results.map(({ attempt = '', seat }) => [attempt, seat]));
  return {
    confirmed: confirmed.size,
    lost: [...confirmed.keys()].filter((attempt) => !seats.has(attempt)).length,
    doubled: results.length - seats.size,
    wrongName: [...confirmed].filter(([attempt, name]) => seats.get(attempt) !== name).length,
    stolen,
    notBack,
    notShown: results.length - shown,
    faults,
  };
}
