/**
 * The acts of the author on this workstation, which anybody may read of their own (DOMAIN §9): all of them where the service's
 * journal is not in the file, else those that it does not hold.
 */
import type { Pseudonyms } from '../../snapshots/content/pseudonyms.ts';
import type { PartColumn, SnapshotRequest } from '../../snapshots/format/manifest.ts';
import type { WrittenPart } from '../../snapshots/format/write-part.ts';
import { createPartWriter } from '../../snapshots/format/write-part.ts';
import type { Instant } from '../../store/open-instant.ts';
import { readOwnActs } from '../../store/queries/export-rows.ts';
import type { ExportJob } from './export-job.ts';
import { writeRows } from './write-rows.ts';

const text = (name: string, nullable = false): PartColumn => ({ name, type: 'text', nullable });

const COLUMNS: readonly PartColumn[] = [
  { name: 'number', type: 'integer', nullable: false },
  text('at'),
  text('byName'),
  text('kind'),
  text('subjectKind'),
  text('subjectId', true),
  text('title', true),
  text('state'),
];
/** Facts about missions: their identifiers are no person's. */
const OF_MISSIONS: ReadonlySet<string> = new Set(['priority', 'deferral', 'note', 'regulator', 'life', 'alert']);

export async function writeOwnActs(
  job: ExportJob,
  instant: Instant,
  { nominative, author }: SnapshotRequest,
  pseudonyms: Pseudonyms,
  which: 'all' | 'unsettled',
): Promise<WrittenPart> {
  const writer = createPartWriter('ownAct', COLUMNS);
  return writeRows(job, writer, readOwnActs(instant), (row) => {
    if (which === 'unsettled' && row['state'] === 'confirmed') return null;
    if (nominative) return { ...row, byName: author.name };
    const isOfMission = OF_MISSIONS.has(String(row['subjectKind']));
    const subjectId = isOfMission ? (row['subjectId'] ?? null) : null;
    // A title may name somebody.
    return { ...row, byName: pseudonyms.agent(author.name), subjectId, title: null };
  });
}
