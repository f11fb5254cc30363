/**
 * A text on its way from writing to speech. One blank, or one end of a line, parts two words as they are written, and no rule
 * adds or removes one: so each spoken word keeps its written word. Where a written word is spoken as several, `GAP` parts those.
 */
export type Line = string;

/** Parts spoken words within a written word. Private use: plain text holds none. */
export const GAP = '\ue01f';

/** A step from writing to speech. */
export type Rule = (line: Line) => Line;

/** The same blanks without what stands between them: what is not said. */
export function unsaid(part: string): string {
  return part.replace(/[^ \n]/gu, '');
}

/** Applies rules in their order. @throws Error where a rule added or removed a blank, which would move words */
export function applyRules(line: Line, rules: readonly Rule[]): Line {
  return rules.reduce((before, rule) => {
    const after = rule(before);
    if (blanksIn(after) !== blanksIn(before)) throw new Error(`A rule changed the blanks of "${before}" in "${after}".`);
    return after;
  }, line);
}

function blanksIn(line: Line): number {
  return line.split(/[ \n]/u).length;
}
