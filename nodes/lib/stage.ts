import type { Node, NodeAPI, NodeMessage, NodeMessageInFlow } from 'node-red';

import { acquireEngine, type Engine } from '../../engine/engine';
import { PronError } from '../../base/errors';
import { openEnvelope } from './envelope';
import { errorHandler, pronErrorOf, showError, type Done } from './errors';
import { NothingToDo } from './pieces';
import { createReceiver, type Receiver } from './receive';
import { showText, statusOf, type Look, type Show } from './status';

/** What a node may send: one message for its first output, one or several for each output, or nothing. */
export type Outgoing = NodeMessage | (NodeMessage | NodeMessage[] | null)[] | null;

/**
 * Handles one message and resolves to the messages to send. Several messages may be handled at the same time.
 * @param sendAhead sends a message before that
 */
export type Handle = (msg: NodeMessageInFlow, sendAhead: SendAhead) => Promise<Outgoing>;

export type SendAhead = (outgoing: NonNullable<Outgoing>) => void;

/** What a node's handler can use. */
export interface Stage {
  readonly engine: Engine;
  readonly receive: Receiver;
  /** Shows a status from the node's catalogue (`status.KEY`). */
  readonly show: Show;
  /** Shows a text that is already translated. */
  readonly showText: (look: Look, text: string) => void;
  /** Shows the failure of work that was not started by a message. */
  readonly watch: (work: Promise<unknown>) => void;
  /** Runs `task` when the node closes, before the engine is released. */
  readonly onClose: (task: () => void | Promise<void>) => void;
}

/**
 * Runs a node from its start to its close. `prepare` reads the settings once and returns the message handler. Failures go to
 * one error handler. `done` is called exactly once for each message, with PRON_CLOSED if the node closes first. The engine is
 * acquired here and released when the node closes. If the settings are wrong, the node reports that for every message.
 */
export function startStage(RED: NodeAPI, node: Node, prepare: (stage: Stage) => Handle): void {
  const engine = acquireEngine();
  const closing: (() => void | Promise<void>)[] = [];
  const underWay = new Set<Done>();
  let closed = false;
  const report = errorHandler(RED, node);
  const handle = prepared(RED, node, () =>
    prepare({
      engine,
      receive: createReceiver(RED, node),
      show: statusOf(RED, node),
      showText: (look, text) => showText(node, look, text),
      watch: (work) =>
        void work.catch((error: unknown) => {
          if (!closed) showError(RED, node, pronErrorOf(error));
        }),
      onClose: (task) => void closing.push(task),
    }),
  );

  node.on('input', (msg, send, done) => {
    underWay.add(done);
    // The handler runs inside a promise, so that an error it throws synchronously is handled too.
    const outcome = Promise.resolve()
      .then(() => {
        openEnvelope(withoutThen(msg));
        return handle(msg, (outgoing) => {
          if (underWay.has(done)) deliver(send, outgoing);
        });
      })
      .catch(nothingToDo);
    outcome
      .then((outgoing) => {
        if (!underWay.has(done)) return;
        if (outgoing !== null) deliver(send, outgoing);
        underWay.delete(done);
        try {
          done();
        } catch (error) {
          // Node-RED could not copy the message for a Complete node. Without this report nobody would notice.
          report(uncopyable(error), (told) => node.error(told, {}));
        }
      })
      .catch((error: unknown) => {
        if (underWay.delete(done)) report(error, done);
      });
  });

  node.on('close', (_removed: boolean, ended: () => void) => {
    closed = true;
    const stopped = [...underWay];
    underWay.clear();
    for (const done of stopped) report(new PronError('PRON_CLOSED', { job: node.type }), done);
    void Promise.allSettled([...closing.map(async (task) => task()), engine.release()]).then(() => {
      node.status({});
      ended();
    });
  });
}

function nothingToDo(error: unknown): null {
  if (error instanceof NothingToDo) return null;
  throw error;
}

/** Refuses a message that looks like a promise, because `await` would wait for it for ever. @throws PronError PRON_UNCOPYABLE */
function withoutThen(msg: NodeMessageInFlow): NodeMessageInFlow {
  if ('then' in msg && typeof msg.then === 'function') throw uncopyable(new Error('msg.then is a function'));
  return msg;
}

/** @throws PronError PRON_UNCOPYABLE */
function deliver(send: (outgoing: NonNullable<Outgoing>) => void, outgoing: NonNullable<Outgoing>): void {
  try {
    send(outgoing);
  } catch (error) {
    throw uncopyable(error);
  }
}

/** Node-RED copies a message that it sends to several nodes. Not every message can be copied. */
function uncopyable(error: unknown): PronError {
  return new PronError('PRON_UNCOPYABLE', { reason: error instanceof Error ? error.message : String(error) });
}

function prepared(RED: NodeAPI, node: Node, prepare: () => Handle): Handle {
  try {
    return prepare();
  } catch (error) {
    const fault = pronErrorOf(error);
    showError(RED, node, fault);
    return () => Promise.reject(fault);
  }
}
