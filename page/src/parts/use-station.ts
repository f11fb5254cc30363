import { inject, type InjectionKey } from 'vue';
import type { Station } from '../station/station';

export const STATION: InjectionKey<Station> = Symbol('station');

/** The station that the widget has given to its parts. */
export function useStation(): Station {
  const station = inject(STATION);
  if (station === undefined) throw new Error('A part of the practice page is used outside it.');
  return station;
}
