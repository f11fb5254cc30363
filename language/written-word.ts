const MARKS_BEFORE = /^[^\p{L}\p{N}\p{Sc}]+/u;
const MARKS_AFTER = /[^\p{L}\p{M}\p{N}\p{Sc}%°℃℉]+$/u;

/** A written word as people see it, without the marks around it; a word of marks alone, such as &, stays. */
export function bareWord(written: string): string {
  const bare = written.replace(MARKS_BEFORE, '').replace(MARKS_AFTER, '');
  return bare === '' ? written : bare;
}
