import { forget, remember, rememberedKeys, rememberedList } from './storage';
import type { State } from './state';

/** So many tries of a sentence are kept. */
const KEPT = 30;

const keyOf = ({ language, text }: State): string => `attempts ${language} ${text}`;

export function readHistory(state: State): void {
  state.attempts = rememberedList(keyOf(state)).filter((value): value is number => Number.isFinite(value));
}

/** @param value points, 0 to 100 */
export function addToHistory(state: State, value: number): void {
  readHistory(state);
  state.attempts = [...state.attempts, Math.round(value * 10) / 10].slice(-KEPT);
  remember(keyOf(state), JSON.stringify(state.attempts));
}

export function forgetHistory(state: State): void {
  forget(keyOf(state));
  state.attempts = [];
}

/** Of all sentences. */
export function forgetAllHistory(state: State): void {
  for (const key of rememberedKeys('attempts ')) forget(key);
  state.attempts = [];
}
