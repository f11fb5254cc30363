import { earSilence } from '../../pipeline/ear/samples';
import type { Ear, Listened } from './ear';

const SECONDS = 3;
const heard = new WeakMap<Ear, Promise<Listened>>();

/** What the ear hears where nobody speaks: what it then expects, it expects anyway. Heard once, and kept. */
export function silenceFor(ear: Ear): Promise<Listened> {
  const silence = heard.get(ear) ?? ear.listen(earSilence(SECONDS));
  heard.set(ear, silence);
  return silence;
}
