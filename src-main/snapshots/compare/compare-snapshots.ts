/** The semantic difference between two snapshots: what a regulator would tell, with the row behind each line. Pure. */
import { canonicalJson } from '../../../contract/national/canonical-json.ts';
import type { SnapshotManifest } from '../format/manifest.ts';
import type { ChangeLine } from './change-line.ts';
import { compareMissions } from './compare-missions.ts';
import type { Unseen } from './compare-people.ts';
import { comparePeople, countUnseen } from './compare-people.ts';
import { compareAlerts, compareCrisis, compareOpenings } from './compare-regulation.ts';
import type { PeopleCount } from './count-people.ts';
import { countPeople } from './count-people.ts';
import { priorityAuthors } from './priority-authors.ts';
import type { SnapshotRows } from './snapshot-rows.ts';
import { arePeopleComparable } from './snapshot-rows.ts';

export interface OpenedSnapshot {
  readonly manifest: SnapshotManifest;
  readonly rows: SnapshotRows;
}

export interface SnapshotComparison {
  /** False: of another series, people are only counted. */
  readonly peopleAreComparable: boolean;
  /** They do not show the same territory, professions or dates: what appears or goes may only be out of one of them. */
  readonly scopesDiffer: boolean;
  /** People whom a snapshot left out, small groups: what is sure all the same. */
  readonly unseen: Unseen;
  readonly lines: readonly ChangeLine[];
  readonly counts: readonly PeopleCount[];
}

const has = ({ manifest }: OpenedSnapshot, part: string): boolean => manifest.parts.some(({ name }) => name === part);

/** Parts that only one of the two holds are not compared: what was not exported is not lost. */
export function compareSnapshots(before: OpenedSnapshot, after: OpenedSnapshot): SnapshotComparison {
  const both = (part: string) => has(before, part) && has(after, part);
  const rowsOf = (part: string) => [before.rows.part(part), after.rows.part(part)] as const;
  const comparable = arePeopleComparable(before.manifest, after.manifest);
  const withheld = { before: before.manifest.withheld, after: after.manifest.withheld };
  const lines = [
    ...(both('mission')
      ? compareMissions(...rowsOf('mission'), priorityAuthors(after.rows.part('journal'), before.manifest.takenAt))
      : []),
    ...(both('candidate') && comparable ? comparePeople(...rowsOf('candidate'), withheld) : []),
    ...(both('crisisMode') ? compareCrisis(...rowsOf('crisisMode')) : []),
    ...(both('opening') ? compareOpenings(...rowsOf('opening')) : []),
    ...(both('alert') ? compareAlerts(...rowsOf('alert')) : []),
  ];
  const smallest = Math.max(before.manifest.smallest, after.manifest.smallest);
  const counts = both('candidate') ? countPeople(...rowsOf('candidate'), smallest, withheld) : [];
  const scopesDiffer = canonicalJson(before.manifest.request.scope) !== canonicalJson(after.manifest.request.scope);
  return { peopleAreComparable: comparable, scopesDiffer, unseen: countUnseen(lines, withheld), lines, counts };
}
