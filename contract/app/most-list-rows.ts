/** Rows that a window may send as they are, for a file of a list that it holds whole: no list has more. */
export const MOST_LIST_ROWS = 10_000;
