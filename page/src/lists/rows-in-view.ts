import { computed, ref, type ComputedRef } from 'vue';

/** So many more rows are shown at a press. */
const PAGE = 60;
/** So many rows are drawn in one frame of the screen: more take so long that a press waits. */
const PIECE = 8;
/** Rows above one that the list goes to. */
const ABOVE = 2;

/** The part of a long list that is drawn. */
export interface RowsInView {
  readonly first: ComputedRef<number>;
  /** Behind the last one. */
  readonly end: ComputedRef<number>;
  /** Begins at the top. */
  readonly reset: () => void;
  readonly more: () => void;
  readonly earlier: () => void;
  /** Draws a row at once. */
  readonly show: (row: number) => void;
}

/**
 * Draws a page of rows, a few in each frame, and further ones when they are wanted.
 * @param count how many rows there are
 * @param nextFrame calls when the screen has been drawn
 */
export function rowsInView(count: () => number, nextFrame: (then: () => void) => void = (then) => void requestAnimationFrame(then)): RowsInView {
  const drawn = ref({ first: 0, end: PIECE });
  let wanted = { first: 0, end: PAGE };
  let isDrawing = false;
  const draw = (): void => {
    if (isDrawing || (drawn.value.end >= Math.min(wanted.end, count()) && drawn.value.first <= wanted.first)) return;
    isDrawing = true;
    nextFrame(() => {
      isDrawing = false;
      const { first, end } = drawn.value;
      drawn.value = { first: Math.max(wanted.first, first - PIECE), end: Math.max(end, Math.min(wanted.end, end + PIECE)) };
      draw();
    });
  };
  const goTo = (first: number, end: number): void => {
    drawn.value = { first, end };
    wanted = { first, end: Math.max(end, first + PAGE) };
    draw();
  };
  return {
    first: computed(() => drawn.value.first),
    end: computed(() => Math.min(drawn.value.end, count())),
    reset: () => goTo(0, PIECE),
    more: () => {
      wanted.end = drawn.value.end + PAGE;
      draw();
    },
    earlier: () => {
      wanted.first = Math.max(0, drawn.value.first - PAGE);
      draw();
    },
    show: (row) => {
      const { first, end } = drawn.value;
      if (row >= first && row < end) return;
      if (row === end) drawn.value = { first, end: end + 1 };
      else goTo(Math.max(0, row - ABOVE), row + ABOVE);
    },
  };
}
