import type { Node, NodeAPI } from 'node-red';

import { fillSentence, PronError, type Phrase, type WordsOf } from '../../base/errors';
import { showText } from './status';

/** Node-RED's `done`: called without an argument, or with the error. */
export type Done = (error?: Error) => void;

/** Reports any failure as a status and one call of `done(error)`. */
export type ErrorHandler = (error: unknown, done: Done) => void;

/**
 * Every node reports failures through this: a red status and `done(error)`, so that a Catch node gets `error.code` and a
 * sentence in the language of the runtime.
 */
export function errorHandler(RED: NodeAPI, node: Node): ErrorHandler {
  return (error, done) => {
    const told = localised(RED, pronErrorOf(error));
    showError(RED, node, told);
    try {
      done(told);
    } catch {
      // Node-RED could not copy the message for its Catch nodes. They get the error with an empty message.
      node.error(told, {});
    }
  };
}

/** Shows only the red status, for a failure that was not caused by a message. */
export function showError(RED: NodeAPI, node: Node, error: PronError): void {
  showText(node, 'failed', translated(RED, `errors.${error.code}.status`) ?? error.code);
}

/** The same error with its sentence in the language of the runtime. Catch nodes get `toString()`, so it returns only the
 *  sentence. */
export function localised(RED: NodeAPI, error: PronError): PronError {
  const sentence = translated(RED, `errors.${error.code}.sentence`);
  const message = sentence === undefined ? error.message : fillSentence(sentence, error.details, phrasesOf(RED));
  return Object.defineProperties(error, {
    // Configurable, because an error about a node's settings is reported, and so defined, again for each message.
    message: { value: message, configurable: true },
    toString: { value: () => message, configurable: true },
  });
}

/** A phrase in the language of the runtime. */
export function phraseIn(RED: NodeAPI, { phrase, details }: Phrase): string {
  const words = phrasesOf(RED);
  return fillSentence(words(phrase), details, words);
}

function phrasesOf(RED: NodeAPI): WordsOf {
  return (key) => translated(RED, `phrases.${key}`) ?? key;
}

/** Converts any thrown value to a PronError. An error without a code is a bug in this package: PRON_INTERNAL. */
export function pronErrorOf(error: unknown): PronError {
  if (error instanceof PronError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return Object.defineProperty(new PronError('PRON_INTERNAL', { reason }), 'cause', { value: error });
}

/** The text from the catalogue, or undefined if it has none: the lookup then returns the key. */
function translated(RED: NodeAPI, key: string): string | undefined {
  const text = RED._(key);
  return text.endsWith(key) ? undefined : text;
}
