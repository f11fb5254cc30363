/** Values by names, kept on this device. Names sort by code units. */
export interface Store {
  readonly get: (name: string) => Promise<unknown>;
  /** All whose name begins so, in the order of their names. */
  readonly all: (prefix: string) => Promise<unknown[]>;
  /** Puts values, and the changed value of one more name, all or none. Another tab can't come between reading and writing. */
  readonly put: (values: ReadonlyMap<string, unknown>, changed?: Change) => Promise<void>;
  /** Deletes everything, looks again, and tells how many are left: 0. */
  readonly delete: () => Promise<number>;
}

export interface Change {
  readonly name: string;
  /** @param value undefined where there is none yet */
  readonly by: (value: unknown) => unknown;
}

/** A store that forgets everything at a reload: for tests, and for browsers that keep nothing in a private window. */
export function memoryStore(): Store {
  const values = new Map<string, unknown>();
  return {
    get: (name) => Promise.resolve(structuredClone(values.get(name))),
    all: (prefix) => Promise.resolve([...values.keys()].filter((name) => name.startsWith(prefix)).sort().map((name) => structuredClone(values.get(name)))),
    put: (more, changed) => {
      for (const [name, value] of more) values.set(name, structuredClone(value));
      if (changed !== undefined) values.set(changed.name, structuredClone(changed.by(structuredClone(values.get(changed.name)))));
      return Promise.resolve();
    },
    delete: () => {
      values.clear();
      return Promise.resolve(values.size);
    },
  };
}
