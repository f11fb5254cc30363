import type { Graph, Values } from '../inference';
import type { Listened } from './ear';

const kept = new WeakMap<Graph, WeakMap<Listened, Promise<Readonly<Record<string, Values>>>>>();

/** What a graph makes of the frames after the encoder's fifth block: run once for a recording, whoever asks. */
export function overFrames(graph: Graph, listened: Listened): Promise<Readonly<Record<string, Values>>> {
  const ofGraph = kept.get(graph) ?? new WeakMap<Listened, Promise<Readonly<Record<string, Values>>>>();
  kept.set(graph, ofGraph);
  const { block5, frames, size } = listened;
  const out = ofGraph.get(listened) ?? graph.run({ frames: { data: block5, dims: [frames, size] } });
  ofGraph.set(listened, out);
  return out;
}
