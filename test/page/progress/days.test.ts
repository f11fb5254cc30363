import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayAfter, dayOf, daysBetween, streakOf } from '../../../page/src/progress/days';

/** Runs with another clock on the wall. */
function inZone(zone: string, run: () => void): void {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

describe('A day of a learner', () => {
  it('is that of the local clock', () => {
    const when = Date.UTC(2026, 11, 2, 15, 30);
    inZone('Asia/Seoul', () => assert.equal(dayOf(when), '2026-12-03'));
    inZone('America/New_York', () => assert.equal(dayOf(when), '2026-12-02'));
  });

  it('has its own name in every hour, also where the clock is changed', () => {
    // In 2026 the clocks of Berlin change on March 29 and October 25; those of Lord Howe by half an hour.
    for (const [zone, month] of [['Europe/Berlin', 2], ['Europe/Berlin', 9], ['Australia/Lord_Howe', 3], ['Africa/Cairo', 3]] as const) {
      inZone(zone, () => {
        for (let day = 1; day <= 31; day++) {
          for (const hour of [0, 1, 2, 3, 12, 23]) {
            const date = new Date(2026, month, day, hour, 30);
            assert.equal(dayOf(date.getTime()), `2026-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`);
          }
        }
      });
    }
  });

  it('is followed by the next, over the ends of months, years and changes of the clock', () => {
    assert.equal(dayAfter('2026-12-31', 1), '2027-01-01');
    assert.equal(dayAfter('2028-02-28', 1), '2028-02-29');
    assert.equal(dayAfter('2026-03-29', -1), '2026-03-28');
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -4000, max: 4000 }), (start, count) => {
      const day = dayAfter('1990-01-01', start);
      assert.equal(daysBetween(day, dayAfter(day, count)), count);
    }));
  });
});

describe('A streak of days', () => {
  const streak = (days: readonly string[]) => streakOf((day) => days.includes(day), '2026-03-30');

  it('counts days in a row up to today', () => assert.deepEqual(streak(['2026-03-30', '2026-03-29', '2026-03-28', '2026-03-26']), { days: 3, today: true }));
  it('is not over while today is not over', () => assert.deepEqual(streak(['2026-03-29', '2026-03-28']), { days: 2, today: false }));
  it('is over after a day without practice', () => assert.deepEqual(streak(['2026-03-28', '2026-03-27']), { days: 0, today: false }));

  it('goes on over a night of 23 hours and one of 25', () => {
    inZone('Europe/Berlin', () => {
      for (const [year, month, day] of [[2026, 2, 28], [2026, 9, 24]] as const) {
        const days = new Set([0, 1, 2].map((later) => dayOf(new Date(year, month, day + later, 0, 5).getTime())));
        assert.equal(streakOf((one) => days.has(one), dayOf(new Date(year, month, day + 2, 23, 55).getTime())).days, 3);
      }
    });
  });
});
