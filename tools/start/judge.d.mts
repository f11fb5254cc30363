export interface Result {
  readonly name: string;
  readonly language: string;
  readonly score: { readonly verdict: string; readonly value: number | null };
}

export const MIN_CORRECT: number;
export const MIN_DIFFERENCE: number;
export function judge(results: readonly Result[]): { right: number; wrong: string[] };
