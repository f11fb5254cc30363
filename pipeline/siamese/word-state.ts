/** How a word was said, as people see it. */
export const SAID_STATES = ['right', 'unclear', 'wrong'] as const;

export type SaidState = (typeof SAID_STATES)[number];

/** How a word of a tier's colour was said. */
export function stateOf(colour: string): SaidState {
  return colour === 'red' ? 'wrong' : colour === 'orange' ? 'unclear' : 'right';
}
