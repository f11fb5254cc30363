/** Where the newest result of a tapped flow is read. */
export const TAP = '/once';

const KEEP = `
const { topic, pronunciation, error } = msg;
const count = (flow.get('once')?.count ?? 0) + 1;
flow.set('once', { count, name: topic, score: pronunciation?.score, error: error?.message });`;

const READ = `
msg.payload = flow.get('once') ?? { count: 0 };
return msg;`;

/** The practice flow with an address at which a program reads what its score node and its Catch node say. */
export function tapped(nodes) {
  const { z } = nodes.find(({ type }) => type === 'pron-score');
  const isWatched = ({ type, name }) => type === 'pron-score' || (type === 'catch' && name === 'what went wrong');
  const watched = nodes.map((node) =>
    isWatched(node) ? { ...node, wires: node.wires.map((output) => [...output, 'once-keep']) } : node,
  );
  const functionNode = { type: 'function', z, timeout: 0, noerr: 0, initialize: '', finalize: '', libs: [] };
  return [
    ...watched,
    { ...functionNode, id: 'once-keep', func: KEEP, outputs: 0, wires: [] },
    { id: 'once-in', type: 'http in', z, method: 'get', url: TAP, wires: [['once-read']] },
    { ...functionNode, id: 'once-read', func: READ, outputs: 1, wires: [['once-out']] },
    { id: 'once-out', type: 'http response', z, headers: {}, wires: [] },
  ];
}
