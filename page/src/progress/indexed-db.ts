import type { Store } from './store';

const VALUES = 'values';
/** Behind every name that begins with a prefix. */
const LAST = '\uffff';
/** So many values are read at a time: a browser copies them while the page waits. */
const READ = 1000;

/** The store of this browser. @param database its name. @throws DOMException where the browser keeps nothing */
export async function indexedDbStore(database: string): Promise<Store> {
  const db = await opened(database);
  /** One transaction: resolves when it is on the disk, fails where it was given up. */
  const inTransaction = <Result>(mode: IDBTransactionMode, use: (values: IDBObjectStore, tell: (result: Result) => void) => void): Promise<Result> =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction(VALUES, mode);
      let result: Result;
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error ?? new DOMException('The transaction was given up.', 'AbortError'));
      use(transaction.objectStore(VALUES), (told) => (result = told));
    });
  const read = <Result>(request: (values: IDBObjectStore) => IDBRequest<Result>): Promise<Result> =>
    inTransaction('readonly', (values, tell) => onSuccess(request(values), tell));

  return {
    get: (name) => read<unknown>((values) => values.get(name)),
    all: (prefix) =>
      inTransaction<unknown[]>('readonly', (values, tell) => {
        const all: unknown[] = [];
        const next = (from: IDBKeyRange): void => {
          onSuccess(values.getAllKeys(from, READ), (names) => {
            onSuccess(values.getAll(from, READ), (more) => {
              for (const one of more) all.push(one);
              const last = names.at(-1);
              if (last !== undefined && names.length === READ) next(IDBKeyRange.bound(last, prefix + LAST, true));
            });
          });
        };
        tell(all);
        next(IDBKeyRange.bound(prefix, prefix + LAST));
      }),
    put: (more, changed) =>
      inTransaction<undefined>('readwrite', (values) => {
        for (const [name, value] of more) values.put(value, name);
        if (changed !== undefined) onSuccess<unknown>(values.get(changed.name), (value) => values.put(changed.by(value), changed.name));
      }),
    delete: async () => {
      await inTransaction<undefined>('readwrite', (values) => values.clear());
      return read((values) => values.count());
    },
  };
}

function opened(database: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(VALUES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The database does not open.', 'UnknownError'));
  });
}

function onSuccess<Result>(request: IDBRequest<Result>, use: (result: Result) => unknown): void {
  request.onsuccess = () => void use(request.result);
}
