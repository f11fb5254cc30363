'use strict';
// Watches each engine that Node-RED's process starts, and the order that it works on, from the moment it accepts the order
// until it answers.
const childProcess = require('node:child_process');

const ENGINE = /engine[\\/]child\.js$/;
const { fork } = childProcess;

/** Calls `onAccepted(engine)` with each order that an engine has accepted, `onAnswer(kind, ms)` with each answer and
 *  `onEnd(engine)` with each end. `engine.held` is the order, with `id`, `kind` and the recording's `bytes`. */
exports.watchEngines = ({ onAccepted, onAnswer, onEnd }) => {
  childProcess.fork = (file, ...others) => {
    const child = fork(file, ...others);
    if (!ENGINE.test(file)) return child;
    const engine = { pid: child.pid, held: undefined };
    let sent;
    const send = child.send.bind(child);
    child.send = (order, ...rest) => {
      sent = { id: order.id, kind: order.job.kind, bytes: order.job.wav?.byteLength ?? 0 };
      return send(order, ...rest);
    };
    child.on('message', ({ type, id }) => {
      if (type === 'accepted' && id === sent.id) {
        engine.held = { ...sent, since: performance.now() };
        onAccepted(engine);
      } else if (engine.held !== undefined && id === engine.held.id) {
        onAnswer(engine.held.kind, performance.now() - engine.held.since);
        engine.held = undefined;
      }
    });
    child.on('exit', () => onEnd(engine));
    return child;
  };
};
