import { phrase, PronError } from '../base/errors';
import type { InferenceOptions } from './inference';

/** Environment variable for a user who wants only one runtime: `native` or `wasm`. */
export const BACKEND_VARIABLE = 'PRONUNCIATION_BACKEND';
/** Argument by which the parent tells a child that the child before it died in native code, with the reason. */
const AVOID_NATIVE = '--avoid-native=';

/** The child's arguments. @param nativeFault why native code ended an earlier child, if it did */
export function childArguments(nativeFault: string | undefined): string[] {
  return nativeFault === undefined ? [] : [AVOID_NATIVE + nativeFault];
}

/** Which runtimes a child may try. The user's choice has priority over a fault of native code. */
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
