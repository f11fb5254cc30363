/** It works; it works but could be better; it does not work; it is not on this machine and need not be. */
export type Condition = 'ok' | 'warning' | 'problem' | 'not here';

/** Numbers and names behind a sentence, for programs. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One thing that was checked. */
export interface Finding {
  /** What: a program, a device, a voice. */
  readonly subject: string;
  readonly condition: Condition;
  /** One sentence. */
  readonly says: string;
  /** One sentence that says what to do; every warning and every problem has one. */
  readonly fix: string | null;
  readonly facts: Facts;
}

export function ok(subject: string, says: string, facts: Facts = {}): Finding {
  return { subject, condition: 'ok', says, fix: null, facts };
}

export function warning(subject: string, says: string, fix: string, facts: Facts = {}): Finding {
  return { subject, condition: 'warning', says, fix, facts };
}

export function problem(subject: string, says: string, fix: string, facts: Facts = {}): Finding {
  return { subject, condition: 'problem', says, fix, facts };
}

/** @param fix how to get it, if somebody wants it */
export function notHere(subject: string, says: string, fix: string | null = null, facts: Facts = {}): Finding {
  return { subject, condition: 'not here', says, fix, facts };
}
