/** What was tried for missions, as the mirror and the outbox tell: who was proposed or contacted, and from where. */
import type { Store } from '../store.ts';

export interface LadderTraceRow {
  readonly missionId: string;
  readonly at: string;
  /** Pool kinds as a bit mask, 0 where the person is not on this workstation. */
  readonly poolKinds: number;
  readonly agency: number | null;
  readonly departement: string | null;
  readonly state: string;
}

/** Proposals of every kind, oldest first. */
export function readLadderTraces(store: Store, missionIds: readonly string[]): LadderTraceRow[] {
  return store.statements.rows(
    `SELECT p."missionId", p."proposedAt" AS at, COALESCE(c."poolKinds", 0) AS "poolKinds",
       COALESCE(c.agency, p."candidateAgency") AS agency, c.departement, p.state
     FROM "proposalView" AS p LEFT JOIN main.candidate AS c ON c.id = p."candidateId"
     WHERE p."missionId" IN (SELECT value FROM json_each(?)) ORDER BY p."proposedAt", p.id`,
    JSON.stringify(missionIds),
  );
}
