/** Where a station's messages are on the broker. The table in docs/house.md is compared with it. */
export interface Topics {
  /** `online` or `offline`: the birth and the last will of the broker's configuration. */
  readonly availability: string;
  /** Everything about an attempt, as JSON. */
  readonly result: string;
  /** The points as a plain number; nothing where an attempt was refused. */
  readonly score: string;
  readonly verdict: string;
  /** The same as `result`, once for each attempt, and never kept by the broker. */
  readonly attempt: string;
  /** `green`, `amber` or `red`. */
  readonly noise: string;
  /** A PNG. */
  readonly picture: string;
  /** The sentence that is practised. */
  readonly say: string;
  /** Takes another sentence. */
  readonly setSay: string;
}

export function topicsOf(station: string): Topics {
  const base = `pronunciation/${station}`;
  return {
    availability: `${base}/availability`,
    result: `${base}/result`,
    score: `${base}/score`,
    verdict: `${base}/verdict`,
    attempt: `${base}/attempt`,
    noise: `${base}/noise`,
    picture: `${base}/picture`,
    say: `${base}/say`,
    setSay: `${base}/say/set`,
  };
}

/** Where Home Assistant looks for a device, and where it says that it has begun. */
export function discoveryTopics(station: string, prefix: string): { readonly config: string; readonly status: string } {
  return { config: `${prefix}/device/pronunciation_${station}/config`, status: `${prefix}/status` };
}
