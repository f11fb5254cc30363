export function findFreePort(first: number, isOpen?: boolean): Promise<number>;
