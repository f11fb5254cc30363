'use strict';
const { readdirSync, readlinkSync } = require('node:fs');

/** Listeners of an emitter by event. */
function listenersOf(emitter) {
  return Object.fromEntries(emitter.eventNames().map((name) => [String(name), emitter.listenerCount(name)]));
}

function countBy(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The kind of a file descriptor, without the numbers of pipes and sockets. */
function kindOf(fd) {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`).replace(/:\[.*/, '');
  } catch {
    return 'closed'; // the one that has read the folder
  }
}

/** The resources of Node-RED's process. Connections do not count, because this request has one. */
exports.tool = () => {
  // The same module instance that Node-RED has loaded.
  const { events } = require.main.require('@node-red/util');
  return {
    resources: countBy(process.getActiveResourcesInfo().filter((name) => !name.startsWith('TCPSocket'))),
    processListeners: listenersOf(process),
    events: listenersOf(events),
    files: countBy(readdirSync('/proc/self/fd').map(kindOf).filter((kind) => kind !== 'socket')),
  };
};
