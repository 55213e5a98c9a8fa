import type { AnyRow } from '../../snapshots/content/hide-row.ts';
import type { PartWriter, WrittenPart } from '../../snapshots/format/write-part.ts';
import type { ExportJob } from './export-job.ts';
import { ExportStopped } from './export-job.ts';

/** A slice of this long, then windows are answered. */
const SLICE_MILLISECONDS = 6;

/**
 * Writes a part from items, one by one.
 *
 * @param rowOf null leaves the item out
 * @throws ExportStopped, the part being abandoned
 */
export async function writeRows<Item>(
  { turns, isStopped, onRows }: ExportJob,
  writer: PartWriter,
  items: Iterable<Item>,
  rowOf: (item: Item) => AnyRow | null,
): Promise<WrittenPart> {
  let start = turns.stopwatch();
  for (const item of items) {
    const row = rowOf(item);
    onRows(1);
    if (row !== null) await writer.add(row);
    if (turns.stopwatch() - start < SLICE_MILLISECONDS) continue;
    await turns.later(0);
    start = turns.stopwatch();
    if (isStopped()) {
      writer.abandon();
      throw new ExportStopped();
    }
  }
  return writer.end();
}
