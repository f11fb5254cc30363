import { afterWrong, pauseLeft, type Guesses } from '../../base/guesses';
import { samePin } from '../../base/same-pin';

/** Who may change the list: `open` to this page, by the teacher's `pin`, or `closed` to it. */
export type Editing = 'open' | 'pin' | 'closed';

/** A page that wants to change the list. */
export interface Visitor {
  /** The teacher's; '' for none. */
  readonly pin: string;
  /** The address that the page is opened from. */
  readonly ip: string | undefined;
  /** Whether a server on this machine passes pages on: then all of them seem to be opened here. */
  readonly isPassedOn: boolean;
}

export type EditRefusal = { readonly kind: 'closed' | 'pin' } | { readonly kind: 'wait'; readonly seconds: number };

const THIS_MACHINE = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Where the teacher has set a PIN, it is needed everywhere. Without one, only pages that are opened on this machine may change the list. */
export function editingOf({ pin, ip = '', isPassedOn }: Visitor): Editing {
  if (pin !== '') return 'pin';
  return !isPassedOn && THIS_MACHINE.includes(ip) ? 'open' : 'closed';
}

/** @param given the PIN that came with the list. @returns the refusal, if any, and the guesses from now on */
export function refusalOf(visitor: Visitor, given: unknown, guesses: Guesses, now: number): { readonly refusal?: EditRefusal; readonly guesses: Guesses } {
  const editing = editingOf(visitor);
  if (editing === 'open') return { guesses };
  if (editing === 'closed') return { refusal: { kind: 'closed' }, guesses };
  const left = pauseLeft(guesses, now);
  if (left > 0) return { refusal: { kind: 'wait', seconds: Math.ceil(left / 1000) }, guesses };
  return samePin(given, visitor.pin) ? { guesses } : { refusal: { kind: 'pin' }, guesses: afterWrong(guesses, now) };
}
