'use strict';
const { watchTimer } = require('../timer.cjs');

// Runs inside Node-RED. Gets orders from the bench over the process channel, sends messages into the flow, and reports to the
// bench when a message comes out. Times are by Node-RED's own clock, so that they do not include the channel.
const OUTPUTS = { command: 0, learner: 1, reference: 2 };

let sentAt = 0;
let stopWatch;

const tell = (event, facts) => process.send({ event, ...facts });

module.exports = (RED) => {
  function Source(config) {
    RED.nodes.createNode(this, config);
    const hear = ({ order, payload, wav }) => {
      if (order === 'watch') stopWatch = watchTimer();
      else if (order === 'end-watch') tell('late', { late: stopWatch() });
      else {
        const pronunciation = order === 'reference' ? { role: 'reference' } : {};
        const outgoing = [null, null, null];
        outgoing[OUTPUTS[order]] = { payload: wav === undefined ? payload : Buffer.from(wav, 'base64'), pronunciation };
        sentAt = performance.now();
        this.send(outgoing);
      }
    };
    process.on('message', hear);
    this.on('close', () => process.off('message', hear));
    RED.events.once('flows:started', () => tell('started'));
  }
  function Sink(config) {
    RED.nodes.createNode(this, config);
    this.on('input', (msg, _send, done) => {
      const { pronunciation, error, payload } = msg;
      const ms = performance.now() - sentAt;
      const backend = pronunciation?.score?.backend ?? null;
      tell('score', { ms, backend, payload: String(error?.message ?? payload), code: error?.code ?? null });
      done();
    });
  }
  RED.nodes.registerType('bench-source', Source);
  RED.nodes.registerType('bench-sink', Sink);
};
