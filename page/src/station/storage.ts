const SESSION = 'pron-session';

const random = (): string => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The page's own name, so that a phone that was asleep comes back as the same learner. */
export function ownSession(): string {
  const known = sessionStorage.getItem(SESSION);
  if (known !== null) return known;
  const name = `page-${random()}`;
  sessionStorage.setItem(SESSION, name);
  return name;
}

/** A name that no other try has. */
export const newAttempt = (): string => random();

/** What this device remembers under a name; `otherwise` where it remembers nothing. */
export function remembered(key: string, otherwise: string): string {
  return localStorage.getItem(`pron-${key}`) ?? otherwise;
}

export function remember(key: string, value: string): void {
  localStorage.setItem(`pron-${key}`, value);
}

/** A list that this device remembers; empty where there is none, or it is damaged. */
export function rememberedList(key: string): unknown[] {
  try {
    const list: unknown = JSON.parse(remembered(key, '[]'));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

export function forget(key: string): void {
  localStorage.removeItem(`pron-${key}`);
}

/** The names of what this device remembers that begin so. */
export function rememberedKeys(start: string): string[] {
  const names = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
  return names.filter((name) => name.startsWith(`pron-${start}`)).map((name) => name.slice('pron-'.length));
}
