export function watchTimer(): () => number[];
