/**
 * The volunteers of an export. Nominative: as they come. Pseudonymised: blurred until nobody is alone, and put in the order of
 * their pseudonyms, so that not even their place in the file says who they are.
 */

import { KEPT_OF_CANDIDATE, NEVER_LEFT_OUT, partColumns } from '../../snapshots/content/export-kinds.ts';
import { generaliseCandidate } from '../../snapshots/content/generalise-candidate.ts';
import type { AnyRow } from '../../snapshots/content/hide-row.ts';
import { isCandidateInScope } from '../../snapshots/content/in-scope.ts';
import type { Pseudonyms } from '../../snapshots/content/pseudonyms.ts';
import { createGroupedPeople } from '../../snapshots/content/small-groups.ts';
import type { SnapshotRequest } from '../../snapshots/format/manifest.ts';
import type { WrittenPart } from '../../snapshots/format/write-part.ts';
import { createPartWriter } from '../../snapshots/format/write-part.ts';
import type { ExportJob } from './export-job.ts';
import { forEachRow } from './export-job.ts';
import { writeRows } from './write-rows.ts';

/** Fewer people alike than this, and one could be told from the others. */
export const SMALLEST_GROUP = 5;

interface People {
  readonly written: WrittenPart;
  readonly withheld: number;
}

export async function gatherPeople(
  job: ExportJob,
  rows: Iterable<AnyRow>,
  request: SnapshotRequest,
  pseudonyms: Pseudonyms,
): Promise<People> {
  const { scope, nominative } = request;
  const writer = createPartWriter('candidate', partColumns('candidate', nominative));
  if (nominative) {
    const kept = (row: AnyRow) => (isCandidateInScope(scope, row) ? row : null);
    return { written: await writeRows(job, writer, rows, kept), withheld: 0 };
  }
  const people = createGroupedPeople(KEPT_OF_CANDIDATE.length);
  const ids: string[] = [];
  await forEachRow(job, rows, (row) => {
    job.onRows(1);
    if (!isCandidateInScope(scope, row)) return;
    people.add(generaliseCandidate(row));
    ids.push(pseudonyms.person(String(row['id'])));
  });
  await forEachRow(job, people.blur(SMALLEST_GROUP, NEVER_LEFT_OUT), () => undefined);
  let withheld = 0;
  const written = await writeRows(job, writer, await inOrderOf(job, ids), (row) => {
    const values = people.read(row);
    if (values === null) withheld += 1;
    return values === null ? null : namedRow(ids[row] ?? '', values);
  });
  return { written, withheld };
}

const namedRow = (id: string, values: readonly AnyRow[string][]): AnyRow =>
  Object.fromEntries([['id', id], ...KEPT_OF_CANDIDATE.map((name, index) => [name, values[index] ?? null] as const)]);

/** Rows in the order of their pseudonyms, sorted bucket by bucket: a sort of them all would hold the windows. */
async function inOrderOf(job: ExportJob, ids: readonly string[]): Promise<number[]> {
  const buckets = new Map<string, number[]>();
  await forEachRow(job, ids.keys(), (row) => {
    const start = (ids[row] ?? '').slice(0, 2);
    const bucket = buckets.get(start) ?? [];
    buckets.set(start, bucket);
    bucket.push(row);
  });
  const order: number[] = [];
  await forEachRow(job, [...buckets.keys()].sort(), (start) => {
    const bucket = buckets.get(start) ?? [];
    bucket.sort((left, right) => ((ids[left] ?? '') < (ids[right] ?? '') ? -1 : 1));
    order.push(...bucket);
  });
  return order;
}
