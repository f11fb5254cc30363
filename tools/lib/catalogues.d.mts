export function writeCatalogues(locales: string, type: string, out: string): void;
