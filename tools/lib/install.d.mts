export function ensureDependencies(folder?: string): Promise<boolean>;
