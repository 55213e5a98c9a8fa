/** What the detailed views read: one mission or person with all that hangs on them, who is held, crisis, the directory. */
import type { EstablishmentRow } from '../../../contract/national/rows/establishment-row.ts';
import type { RegulatorRow } from '../../../contract/national/rows/regulation-rows.ts';
import type { OutboxRow } from '../outbox/outbox-row.ts';
import type { Store } from '../store.ts';
import type { AlertViewRow, CrisisViewRow, DirectAccessViewRow, ProposalViewRow } from '../views/view-rows.ts';

export type NamedProposal = ProposalViewRow & {
  /** Null when the person is not on this workstation. */
  candidateName: string | null;
  establishmentPhone: string | null;
};

const NAMED_PROPOSAL = `SELECT p.*, c."lastName" || ' ' || c."firstName" AS "candidateName", e.phone AS "establishmentPhone"
  FROM "proposalView" AS p
  LEFT JOIN main.candidate AS c ON c.id = p."candidateId"
  LEFT JOIN main.establishment AS e ON e.id = p."establishmentId"`;

export function readProposalsOf(store: Store, kind: 'mission' | 'candidate', id: string): NamedProposal[] {
  return store.statements.rows(`${NAMED_PROPOSAL} WHERE p."${kind}Id" = ? ORDER BY p."proposedAt" DESC, p.id`, id);
}

/** Proposals that wait for an establishment's answer or contact, oldest first. */
export function readWaitingProposals(store: Store): NamedProposal[] {
  return store.statements.rows(
    `${NAMED_PROPOSAL} WHERE p.state IN ('open', 'contacted')
     ORDER BY COALESCE(p."contactedAt", p."resumedAt", p."proposedAt"), p.id`,
  );
}

export function readEstablishment(store: Store, id: string): EstablishmentRow | null {
  return store.statements.rows<EstablishmentRow>('SELECT * FROM main.establishment WHERE id = ?', id)[0] ?? null;
}

export function readAlert(store: Store, missionId: string): AlertViewRow | null {
  return store.statements.rows<AlertViewRow>('SELECT * FROM "alertView" WHERE "missionId" = ?', missionId)[0] ?? null;
}

/** Decisions of this workstation about a mission or a person, newest first. */
export function readDecisionsAbout(store: Store, kind: 'mission' | 'candidate', id: string): OutboxRow[] {
  return store.statements.rows(`SELECT * FROM main.outbox WHERE "${kind}Id" = ? ORDER BY sequence DESC LIMIT 200`, id);
}

export function readCrisisModes(store: Store): CrisisViewRow[] {
  return store.statements.rows('SELECT * FROM "crisisView" ORDER BY agency, profession');
}

/** Named access that was not taken back. */
export function readDirectAccess(store: Store): (DirectAccessViewRow & { establishmentName: string | null })[] {
  return store.statements.rows(
    `SELECT g.*, COALESCE(e.name, m."establishmentName") AS "establishmentName" FROM "directAccessView" AS g
     LEFT JOIN main.establishment AS e ON e.id = g."establishmentId"
     LEFT JOIN main.mission AS m ON m.id = g."missionId"
     WHERE g."revokedAt" IS NULL ORDER BY g."untilDate", g.id`,
  );
}

export function readRegulators(store: Store): RegulatorRow[] {
  return store.statements.rows('SELECT * FROM main.regulator ORDER BY name, id');
}

export function readEstablishmentNames(
  store: Store,
): Pick<EstablishmentRow, 'id' | 'name' | 'finess' | 'gid' | 'city' | 'departement'>[] {
  return store.statements.rows(
    'SELECT id, name, finess, gid, city, departement FROM main.establishment ORDER BY name, id',
  );
}

export function readPoolNames(store: Store, ids: readonly string[]): string[] {
  return store.statements
    .rows<{ name: string }>(
      'SELECT name FROM main.pool WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name',
      JSON.stringify(ids),
    )
    .map(({ name }) => name);
}
