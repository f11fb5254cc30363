import type { ChildProcess } from 'node:child_process';

export function toTell(entry: string): string | undefined;
export function keepLog(child: ChildProcess, file: string, tell: (line: string) => void): () => string;
