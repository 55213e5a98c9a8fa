/** What a line is about, as this workstation may name it: only what it holds already, never more (DOMAIN §9). */
import { agencyOf, isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import { candidateLabel, missionLabel, professionWord } from '../../commands/words.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { JournalEntry } from './journal-entry.ts';

export interface NamedSubject {
  readonly label: string;
  readonly missionId: string | null;
  readonly candidateId: string | null;
}

type Subject = Pick<JournalEntry, 'subjectKind' | 'subjectId' | 'label' | 'after'>;
type Desk = Pick<OpenDesk, 'store' | 'image'>;

const FAR_MISSION = 'Mission hors de votre vue';
const FAR_PERSON = 'Personne hors de votre vue';
const agencyName = (code: unknown): string => (isAgencyCode(code) ? agencyOf(code).label : 'nation');

function missionName({ image }: Desk, id: string): string {
  const row = image.missions.rows.get(id);
  return row === undefined ? FAR_MISSION : missionLabel(row);
}

function personName({ image: { candidates } }: Desk, id: string): string {
  const slot = candidates.image.slotOf(id);
  if (slot === undefined) return FAR_PERSON;
  const row = candidates.image.row(slot, ['lastName', 'firstName', 'number', 'departement']);
  return candidateLabel({
    lastName: String(row['lastName'] ?? ''),
    firstName: String(row['firstName'] ?? ''),
    number: Number(row['number']),
    departement: String(row['departement'] ?? ''),
  });
}

const read = ({ store }: Desk, sql: string, id: string) =>
  store.statements.rows<Record<string, string | number | null>>(sql, id)[0];

function ofProposal(desk: Desk, { subjectId, after }: Subject): NamedSubject {
  const row = read(desk, 'SELECT "missionId", "candidateId" FROM main.proposal WHERE id = ?', subjectId) ?? after ?? {};
  const missionId = typeof row['missionId'] === 'string' ? row['missionId'] : null;
  const candidateId = typeof row['candidateId'] === 'string' ? row['candidateId'] : null;
  const where = missionId === null ? FAR_MISSION : missionName(desk, missionId);
  const who = candidateId === null ? FAR_PERSON : personName(desk, candidateId);
  return { label: `${who} · ${where}`, missionId, candidateId };
}

const named = (label: string, missionId: string | null = null): NamedSubject => ({
  label,
  missionId,
  candidateId: null,
});

const OTHERS: Readonly<Record<string, (desk: Desk, id: string) => NamedSubject>> = {
  crisisMode(desk, id) {
    const row = read(desk, 'SELECT agency, profession FROM main."crisisMode" WHERE id = ?', id);
    if (row === undefined) return named('Mode crise');
    const profession = row['profession'] === null ? 'toutes professions' : professionWord(String(row['profession']));
    return named(`${agencyName(row['agency'])} · ${profession}`);
  },
  directAccess(desk, id) {
    const row = read(
      desk,
      `SELECT g."missionId", COALESCE(e.name, m."establishmentName") AS name FROM main."directAccess" AS g
       LEFT JOIN main.establishment AS e ON e.id = g."establishmentId"
       LEFT JOIN main.mission AS m ON m.id = g."missionId" WHERE g.id = ?`,
      id,
    );
    const missionId = typeof row?.['missionId'] === 'string' ? row['missionId'] : null;
    return named(`Accès direct · ${row?.['name'] ?? 'établissement hors de votre vue'}`, missionId);
  },
  opening(desk, id) {
    const row = read(desk, 'SELECT "receiverAgency" FROM main.opening WHERE id = ?', id);
    return named(row === undefined ? 'Ouverture' : `Ouverture vers ${agencyName(row['receiverAgency'])}`);
  },
  reserveRequest(desk, id) {
    const row = read(desk, 'SELECT "missionId" FROM main."reserveRequest" WHERE id = ?', id);
    const missionId = typeof row?.['missionId'] === 'string' ? row['missionId'] : null;
    return named(missionId === null ? 'Réserve sanitaire' : missionName(desk, missionId), missionId);
  },
  accountRequest(desk, id) {
    const row = read(desk, 'SELECT "establishmentName" AS name FROM main."accountRequest" WHERE id = ?', id);
    return named(row === undefined ? 'Demande de compte' : `Compte · ${row['name']}`);
  },
  person(desk, id) {
    const row = read(desk, 'SELECT name FROM main.regulator WHERE id = ?', id);
    return named(row === undefined ? 'Personne habilitée' : String(row['name']));
  },
  arbitration: () => named('Plan d’arbitrage'),
  readJournal: () => named('Chaîne des consultations'),
};

function namedBy(desk: Desk, subject: Subject): NamedSubject {
  const { subjectKind, subjectId } = subject;
  if (subjectKind === 'mission' || subjectKind === 'alert') return named(missionName(desk, subjectId), subjectId);
  if (subjectKind === 'candidate') return { ...named(personName(desk, subjectId)), candidateId: subjectId };
  if (subjectKind === 'proposal') return ofProposal(desk, subject);
  return OTHERS[subjectKind]?.(desk, subjectId) ?? named('Autre sujet');
}

/** @example subjectOf(desk, entry).missionId // the mission that the link shows */
export function subjectOf(desk: Desk, subject: Subject): NamedSubject {
  const found = namedBy(desk, subject);
  // The words that the person saw when they decided: the row may have left their sight since.
  return subject.label === null ? found : { ...found, label: subject.label };
}
