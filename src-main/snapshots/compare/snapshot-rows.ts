/** The rows of a snapshot as a comparison wants them: by part, by identifier. */
import type { AnyRow } from '../content/hide-row.ts';
import type { Block } from '../format/block.ts';
import type { Part, SnapshotManifest } from '../format/manifest.ts';
import type { ReadOptions } from '../format/read-container.ts';

const COMPARED = new Set(['mission', 'candidate', 'opening', 'crisisMode', 'alert', 'journal']);
/** Columns that a comparison reads: the others are not kept in memory. */
const COLUMNS: ReadonlySet<string> = new Set([
  'id',
  'agency',
  'departement',
  'profession',
  'establishmentName',
  'city',
  'headcount',
  'accepted',
  'state',
  'priority',
  'priorityByName',
  'closedByName',
  'endDate',
  'engagement',
  'availability',
  'verification',
  'lastName',
  'firstName',
  'active',
  'byName',
  'receiverAgency',
  'ceiling',
  'untilDate',
  'authorName',
  'missionId',
  'raisedByName',
  'takenByName',
  'decidedByName',
  'number',
  'at',
  'kind',
  'subjectId',
]);

export type RowsById = ReadonlyMap<string, AnyRow>;

export interface SnapshotRows {
  part(name: string): RowsById;
  readonly onBlock: NonNullable<ReadOptions['onBlock']>;
}

/** Gathers what is read of one container. @example await openSnapshot(stream, keys, { ...options, onBlock: rows.onBlock }) */
export function createSnapshotRows(): SnapshotRows {
  const parts = new Map<string, Map<string, AnyRow>>();
  return {
    part: (name) => parts.get(name) ?? new Map<string, AnyRow>(),
    onBlock(part: Part, block: Block) {
      if (!COMPARED.has(part.name)) return;
      const rows = parts.get(part.name) ?? new Map<string, AnyRow>();
      parts.set(part.name, rows);
      const kept = part.columns.flatMap(({ name }, index) => (COLUMNS.has(name) ? [{ name, index }] : []));
      for (let row = 0; row < (block[0]?.length ?? 0); row += 1) {
        const values = Object.fromEntries(kept.map(({ name, index }) => [name, block[index]?.[row] ?? null]));
        rows.set(String(values['id'] ?? values['number']), values);
      }
    },
  };
}

/** May people be followed from one to the other? Real names in both, or pseudonyms of one series. */
export function arePeopleComparable(before: SnapshotManifest, after: SnapshotManifest): boolean {
  const [left, right] = [before.request, after.request];
  if (left.nominative !== right.nominative) return false;
  if (left.nominative) return true;
  return left.series !== null && left.series.id === right.series?.id && left.author.id === right.author.id;
}
