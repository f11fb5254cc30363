import type { Tier } from '../../../pipeline/siamese/score';
import { indexedDbStore } from '../progress/indexed-db';
import { openProgress } from '../progress/progress';
import { canHear } from '../audio/microphone';
import { languageOf } from '../texts/texts';
import { createStation, type Station } from './station';
import { remembered, rememberedList } from './storage';

let shared: Station | undefined;

/** The station of this page; made when the first widget asks for it. */
export function stationOfPage(): Station {
  if (shared !== undefined) return shared;
  shared = createStation(indexedDbStore('pronunciation').then(openProgress));
  const { state } = shared;
  shared.chooseUi(languageOf(remembered('ui', navigator.language)));
  state.voice = remembered('voice', 'low');
  state.showsSayings = remembered('sayings', 'shown') !== 'hidden';
  state.tiers = rememberedList('tiers') as Tier[];
  // The link in the QR code of a class.
  if (new URLSearchParams(location.search).has('class')) shared.place.invite();
  if (!canHear()) state.source = 'machine';
  const { attempting, walk } = shared;
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return;
    attempting.leave();
    walk.leave();
  });
  return shared;
}
