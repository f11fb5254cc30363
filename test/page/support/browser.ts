/** What a browser gives to the station and Node.js does not. */
class NoAudio {
  src = '';
  preservesPitch = false;
  pause(): void {}
}

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (i: number) => [...kept.keys()][i] ?? null,
    get length() { return kept.size; },
  };
}

/** Gives them, and takes them away again. @returns what takes them away */
export function asInBrowser(): () => void {
  const given: Readonly<Record<string, unknown>> = {
    Audio: NoAudio, localStorage: storage(), sessionStorage: storage(), document: { documentElement: { lang: '' } },
  };
  const before = Object.keys(given).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(given)) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  return () => {
    for (const [name, old] of before) {
      if (old === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, old);
    }
  };
}
