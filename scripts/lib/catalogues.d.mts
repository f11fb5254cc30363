export function writeCatalogues(locales: string, out: string): void;
