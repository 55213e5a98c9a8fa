/** Turns of the event loop, so that tests hold them, and long work cut into slices of them. */
export interface Turns {
  /** Resolves at a later turn, after so many milliseconds at least. */
  later(milliseconds: number): Promise<void>;
  /** Monotonic milliseconds. */
  stopwatch(): number;
}

/** Work beside answers gives way after so long. */
const SLICE_MILLISECONDS = 6;

/** Does the work for each item, giving way to answers in between; stops when it is told to. */
export async function inSlices<Item>(
  turns: Turns,
  items: Iterable<Item>,
  isStopped: () => boolean,
  work: (item: Item) => void,
): Promise<void> {
  let start = turns.stopwatch();
  for (const item of items) {
    if (isStopped()) return;
    work(item);
    if (turns.stopwatch() - start < SLICE_MILLISECONDS) continue;
    await turns.later(0);
    start = turns.stopwatch();
  }
}
