/** A step from one version of a node's settings to the next. */
export interface Migration {
  /** New names of settings, by their old ones. */
  readonly renamed: Readonly<Record<string, string>>;
}

/**
 * The steps of each node that has any, oldest first: the first leads to version 2. Version 1 is that of the package's version
 * 0.1.0, which saved no version. A node without steps is at version 1.
 */
const MIGRATIONS: Readonly<Record<string, readonly Migration[]>> = {
  'pron-score': [{ renamed: { sessions: 'maxSessions' } }],
  'pron-time': [{ renamed: { sessions: 'maxSessions' } }],
};

const migrationsOf = (type: string): readonly Migration[] => MIGRATIONS[type] ?? [];

/** The version that a node's settings have now; flows hold it as `configVersion`. */
export function configVersionOf(type: string): number {
  return 1 + migrationsOf(type).length;
}

/** What each old name of a node's settings is called now. */
export function renamedSettings(type: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { renamed } of migrationsOf(type)) {
    for (const [old, name] of names) names.set(old, renamed[name] ?? name);
    for (const [old, name] of Object.entries(renamed)) names.set(old, name);
  }
  return names;
}

/**
 * A node's definition as the current version would have saved it; others pass as they are. An old name counts wherever it
 * stands, whatever `configVersion` says: the editor gives the current version to each flow that is imported.
 */
export function migrated(config: object): Readonly<Record<string, unknown>> {
  const saved = new Map<string, unknown>(Object.entries(config));
  const type = saved.get('type');
  const names = typeof type === 'string' ? renamedSettings(type) : [];
  for (const [old, name] of names) {
    const value = saved.get(old);
    if (value !== undefined) saved.set(name, value);
    saved.delete(old);
  }
  return Object.fromEntries(saved);
}
