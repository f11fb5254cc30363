/** A day of the learner's own calendar: 2026-12-02. Days in this form sort by time. */
export type Day = string;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** @param when ms since 1970. @returns the day by the clock of this device */
export function dayOf(when: number): Day {
  const date = new Date(when);
  return `${String(date.getFullYear()).padStart(4, '0')}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** Noon of the day in UTC, which has no daylight saving time: two days in a row are 24 hours apart. */
export function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** The day that is so many days later, or earlier where `count` is negative. */
export function dayAfter(day: Day, count: number): Day {
  const date = noonOf(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** How many days `to` is later than `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000);
}

/** Days in a row, today included where it has been practised. */
export interface Streak {
  readonly days: number;
  readonly today: boolean;
}

/** A streak that reached yesterday goes on: today is not over. @param practised whether a day was */
export function streakOf(practised: (day: Day) => boolean, today: Day): Streak {
  const isToday = practised(today);
  let days = isToday ? 1 : 0;
  for (let day = dayAfter(today, -1); practised(day); day = dayAfter(day, -1)) days++;
  return { days, today: isToday };
}
