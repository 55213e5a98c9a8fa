/** Places rows through the service's own kernel, over blanks. */
import { addDays } from '../../../contract/domain/civil-date.ts';
import type { Columns } from '../../../contract/national/rows/column.ts';
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../../contract/national/rows/row-kinds.ts';
import type { Stored, UnitOfWork } from '../../../national-api/kernel/unit-of-work.ts';
import { blankRow } from '../../support/blank-row.ts';

const PLACE = { departement: '54', postalCode: '54000', city: 'Nancy', precision: 'commune' };
const PROFESSION = 'infirmier-diplome-etat';

/** Columns that the contract does not know. */
const PRIVATE: Readonly<Partial<Record<RowKind, object>>> = {
  candidate: { involvedAgencies: 0, emailKey: null },
  mission: { requesterAccountId: null },
};

/** Returns the id. */
export async function placeRow<K extends RowKind>(
  work: UnitOfWork,
  kind: K,
  id: string,
  patch: Partial<Stored<K>>,
): Promise<string> {
  const columns: Columns = ROW_KINDS[kind];
  const { version: _version, updatedAt: _updatedAt, ...blank } = blankRow(columns);
  await work.insert(kind, { ...blank, ...PRIVATE[kind], ...patch, id } as unknown as Stored<K>);
  return id;
}

export const placeHouse = (work: UnitOfWork, id: string, agency: number, finess: string): Promise<string> =>
  placeRow(work, 'establishment', id, {
    ...PLACE,
    agency,
    name: `EHPAD de démonstration ${id}`,
    category: '500',
    family: 'ehpad',
    finess,
  });

export interface MissionTerms {
  readonly agency: number;
  readonly establishmentId: string;
  readonly headcount: number;
  /** First and last day, counted from today. */
  readonly days: readonly [number, number];
}

export function placeMission(work: UnitOfWork, id: string, terms: MissionTerms): Promise<string> {
  const { agency, establishmentId, headcount, days } = terms;
  const today = work.at.slice(0, 10);
  return placeRow(work, 'mission', id, {
    ...PLACE,
    agency,
    establishmentId,
    establishmentName: `EHPAD de démonstration ${establishmentId}`,
    establishmentFamily: 'ehpad',
    profession: PROFESSION,
    headcount,
    startDate: addDays(today, days[0]),
    endDate: addDays(today, days[1]),
    vaccinationProfessions: '[]',
    state: 'open',
    priority: 'none',
    createdAt: work.at,
  });
}

export function placePerson(work: UnitOfWork, id: string, agency: number, specialty: string | null): Promise<string> {
  return placeRow(work, 'candidate', id, {
    ...PLACE,
    agency,
    number: 1,
    lastName: `Exemple ${id}`,
    firstName: 'Dominique',
    profession: PROFESSION,
    specialty,
    identifierKind: 'none',
    activityKind: 'Retraité',
    startDate: addDays(work.at.slice(0, 10), -15),
    weekdays: 1,
    weekend: 1,
    vehicle: 1,
    mobilisation: 'national',
    pools: '[]',
    poolKinds: 4,
    verification: 'verified',
    availability: 'available',
    engagement: 'none',
    createdAt: work.at,
  });
}

export function placeRegulator(work: UnitOfWork, id: string, agency: number): Promise<string> {
  return placeRow(work, 'regulator', id, { name: `Régulation ${id}`, role: 'ars-regulator', agency });
}
