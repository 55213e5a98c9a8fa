/** Everything that an export asks for, read at one instant and written part by part. */
import type { ExportKind } from '../../snapshots/content/export-kinds.ts';
import { kindsOf, partColumns } from '../../snapshots/content/export-kinds.ts';
import type { AnyRow } from '../../snapshots/content/hide-row.ts';
import { hideRow } from '../../snapshots/content/hide-row.ts';
import { isMissionInScope, isRegulationInScope } from '../../snapshots/content/in-scope.ts';
import type { Pseudonyms } from '../../snapshots/content/pseudonyms.ts';
import type { SnapshotRequest } from '../../snapshots/format/manifest.ts';
import type { WrittenPart } from '../../snapshots/format/write-part.ts';
import { createPartWriter } from '../../snapshots/format/write-part.ts';
import type { Instant } from '../../store/open-instant.ts';
import { readExportRows } from '../../store/queries/export-rows.ts';
import type { ExportJob } from './export-job.ts';
import { forEachRow } from './export-job.ts';
import { gatherPeople } from './gather-people.ts';
import { writeOwnActs } from './write-own-acts.ts';
import { writeRows } from './write-rows.ts';

export interface GatheredParts {
  readonly parts: readonly WrittenPart[];
  readonly withheld: number;
}

/** What is taken once the missions are known. */
interface Taken {
  readonly missions: ReadonlySet<string>;
  readonly establishments: ReadonlySet<string>;
}

async function takeMissions(job: ExportJob, instant: Instant, request: SnapshotRequest): Promise<Taken> {
  const missions = new Set<string>();
  const establishments = new Set<string>();
  await forEachRow(job, readExportRows(instant, 'mission'), (row) => {
    if (!isMissionInScope(request.scope, row)) return;
    missions.add(String(row['id']));
    establishments.add(String(row['establishmentId']));
  });
  return { missions, establishments };
}

function isTaken(kind: Exclude<ExportKind, 'candidate'>, row: AnyRow, taken: Taken, request: SnapshotRequest): boolean {
  switch (kind) {
    case 'mission':
      return taken.missions.has(String(row['id']));
    case 'establishment':
      return taken.establishments.has(String(row['id']));
    case 'proposal':
    case 'alert':
      return taken.missions.has(String(row['missionId']));
    default:
      return isRegulationInScope(request.scope, row);
  }
}

/** Rows of the nation's own order would say who is who from one series to another. */
function inPseudonymOrder(rows: Iterable<AnyRow>): AnyRow[] {
  return [...rows].sort((left, right) => (String(left['id']) < String(right['id']) ? -1 : 1));
}

async function gatherKind(
  job: ExportJob,
  instant: Instant,
  kind: Exclude<ExportKind, 'candidate'>,
  taken: Taken,
  request: SnapshotRequest,
  pseudonyms: Pseudonyms,
): Promise<WrittenPart> {
  const { nominative } = request;
  const writer = createPartWriter(kind, partColumns(kind, nominative));
  const rowOf = (row: AnyRow) => {
    if (!isTaken(kind, row, taken, request)) return null;
    return nominative ? row : hideRow(kind, row, pseudonyms);
  };
  if (kind !== 'proposal' || nominative) return writeRows(job, writer, readExportRows(instant, kind), rowOf);
  const hidden: AnyRow[] = [];
  await forEachRow(job, readExportRows(instant, kind), (row) => {
    const kept = rowOf(row);
    if (kept !== null) hidden.push(kept);
  });
  return writeRows(job, writer, inPseudonymOrder(hidden), (row) => row);
}

/**
 * @param ownActs of the author on this workstation: all of them, or those that the service's journal does not hold
 * @throws ExportStopped
 */
export async function gatherParts(
  job: ExportJob,
  instant: Instant,
  request: SnapshotRequest,
  pseudonyms: Pseudonyms,
  ownActs: 'all' | 'unsettled',
): Promise<GatheredParts> {
  const taken = await takeMissions(job, instant, request);
  const parts: WrittenPart[] = [];
  let withheld = 0;
  for (const kind of kindsOf(request.content)) {
    if (kind === 'candidate') {
      const people = await gatherPeople(job, readExportRows(instant, kind), request, pseudonyms);
      parts.push(people.written);
      withheld = people.withheld;
    } else {
      parts.push(await gatherKind(job, instant, kind, taken, request, pseudonyms));
    }
  }
  if (request.content.includes('journal')) parts.push(await writeOwnActs(job, instant, request, pseudonyms, ownActs));
  return { parts, withheld };
}
