import { phrase, PronError } from '../base/errors';
import type { InferenceOptions } from './inference';

/** Set by a user who wants one runtime only: `native` or `wasm`. */
export const BACKEND_VARIABLE = 'PRONUNCIATION_BACKEND';
/** How the parent tells a child that its predecessor died in native code, and of what. */
const AVOID_NATIVE = '--avoid-native=';

/** The child's arguments. */
export function childArguments(nativeFault: string | undefined): string[] {
  return nativeFault === undefined ? [] : [AVOID_NATIVE + nativeFault];
}

/** Which runtimes a child may try: the user's word counts more than what happened before. */
export function chosenBackend(variable: string | undefined, args: readonly string[]): InferenceOptions {
  if (variable === 'native' || variable === 'wasm') {
    return { only: variable, reason: `${BACKEND_VARIABLE} is ${variable}` };
  }
  if (variable !== undefined && variable !== '') {
    const details = { setting: BACKEND_VARIABLE, value: variable, expected: phrase('oneOf', { options: 'native, wasm' }) };
    return { fault: new PronError('PRON_BAD_SETTING', details) };
  }
  const fault = args.find((arg) => arg.startsWith(AVOID_NATIVE))?.slice(AVOID_NATIVE.length);
  return fault === undefined ? {} : { only: 'wasm', reason: fault };
}
