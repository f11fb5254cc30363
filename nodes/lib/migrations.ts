/** One step from a version of a node's settings to the next version. */
export interface Migration {
  /** New names of settings, by their old ones. */
  readonly renamed: Readonly<Record<string, string>>;
}

/**
 * The steps of each node type, oldest first: the first leads to version 2. Version 1 means the settings of the package's
 * version 0.1.0, which saved no version. A node type without steps is at version 1.
 */
const MIGRATIONS: Readonly<Record<string, readonly Migration[]>> = {
  'pron-score': [{ renamed: { sessions: 'maxSessions' } }],
  'pron-time': [{ renamed: { sessions: 'maxSessions' } }],
};

const migrationsOf = (type: string): readonly Migration[] => MIGRATIONS[type] ?? [];

/** The current version of a node's settings; flows save it as `configVersion`. */
export function configVersionOf(type: string): number {
  return 1 + migrationsOf(type).length;
}

/** The current name of each old name of a node's settings. */
export function renamedSettings(type: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { renamed } of migrationsOf(type)) {
    for (const [old, name] of names) names.set(old, renamed[name] ?? name);
    for (const [old, name] of Object.entries(renamed)) names.set(old, name);
  }
  return names;
}

/**
 * Converts a node's definition to the current version. Nodes without migrations do not change. Old names are renamed whatever
 * `configVersion` says, because the editor writes the current version into each flow that is imported.
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
