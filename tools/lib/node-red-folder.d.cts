export function nodeRedFolder(): string;
