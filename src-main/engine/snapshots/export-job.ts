/** What an export under way knows: whom it gives way to, when it must stop, what it tells. */

import type { Turns } from '../tables/turns.ts';
import { inSlices } from '../tables/turns.ts';

export class ExportStopped extends Error {}

export interface ExportJob {
  readonly turns: Turns;
  readonly isStopped: () => boolean;
  /** Rows that will be told, as far as can be known before. */
  readonly onTotal: (rows: number) => void;
  /** Rows read or written since the last time it was told. */
  readonly onRows: (rows: number) => void;
}

/** Does the work for each item, giving way to windows in between. @throws ExportStopped */
export async function forEachRow<Item>(
  job: ExportJob,
  items: Iterable<Item>,
  work: (item: Item) => void,
): Promise<void> {
  await inSlices(job.turns, items, job.isStopped, work);
  if (job.isStopped()) throw new ExportStopped();
}
