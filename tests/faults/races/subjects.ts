/** The few missions and people that a race is about: its own agencies, so that races on one database never meet. */

import { addDays } from '../../../contract/domain/civil-date.ts';
import type { Columns } from '../../../contract/national/rows/column.ts';
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../../contract/national/rows/row-kinds.ts';
import type { Stored, UnitOfWork } from '../../../national-api/kernel/unit-of-work.ts';
import { blankRow } from '../../support/blank-row.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Stage } from './stage.ts';
import type { Theme } from './themes.ts';

/** Receiver and lender: races on one database take 1 and 2, then 3 and 4, … 17 and 18. */
export const RACES_PER_DATABASE = 9;

export interface Subjects {
  /** The civil date on which the race runs. */
  readonly today: string;
  readonly receiver: number;
  readonly lender: number;
  /** Most candidates of the race have it; the others have none. */
  readonly specialty: string;
  readonly establishments: readonly string[];
  readonly missions: readonly string[];
  readonly candidates: readonly string[];
  readonly regulators: readonly string[];
}

/** First and last day, from today: begun or to come, some touch on one day, some follow each other, some cover others. */
const DATES = [
  [-5, 0],
  [-5, 5],
  [0, 5],
  [1, 5],
  [5, 10],
] as const;

const PLACE = { departement: '54', postalCode: '54000', city: 'Nancy', precision: 'commune' };
const PROFESSION = 'infirmier-diplome-etat';

async function place<K extends RowKind>(
  work: UnitOfWork,
  kind: K,
  id: string,
  patch: Partial<Stored<K>>,
): Promise<string> {
  const columns: Columns = ROW_KINDS[kind];
  const extra =
    kind === 'candidate'
      ? { involvedAgencies: 0, emailKey: null }
      : kind === 'mission'
        ? { requesterAccountId: null }
        : {};
  const { version: _version, updatedAt: _updatedAt, ...blank } = blankRow(columns);
  await work.insert(kind, { ...blank, ...extra, ...patch, id } as unknown as Stored<K>);
  return id;
}

async function placeMission(
  work: UnitOfWork,
  id: string,
  agency: number,
  establishmentId: string,
  random: SeededRandom,
) {
  const [first, last] = random.pick(DATES);
  const today = work.at.slice(0, 10);
  return place(work, 'mission', id, {
    ...PLACE,
    agency,
    establishmentId,
    establishmentName: `EHPAD de démonstration ${establishmentId}`,
    establishmentFamily: 'ehpad',
    profession: PROFESSION,
    headcount: random.pick([1, 1, 1, 2, 3]),
    startDate: addDays(today, first),
    endDate: addDays(today, last),
    vaccinationProfessions: '[]',
    state: 'open',
    priority: 'none',
    createdAt: work.at,
  });
}

async function placeCandidate(work: UnitOfWork, id: string, agency: number, specialty: string | null) {
  return place(work, 'candidate', id, {
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

/** Places what a race needs, in one transaction of the service's own kernel. */
export async function placeSubjects(
  stage: Stage,
  slot: number,
  seed: number,
  theme: Theme,
  random: SeededRandom,
): Promise<Subjects> {
  const [ground] = stage.grounds;
  if (!ground) throw new Error('A stage has an instance');
  const receiver = 2 * slot + 1;
  const lender = receiver + 1;
  const name = (kind: string, index: number) => `${kind}-${seed}-${slot}-${index}`;
  const between = ([least, most]: readonly [number, number]) => least + random.below(most - least + 1);
  const list = (count: number) => Array.from({ length: count }, (_, index) => index);
  return ground.database.transaction(async (writer) => {
    const work = new stage.code.work.UnitOfWork(writer, ground);
    const specialty = 'SI05';
    const establishments: string[] = [];
    for (const index of list(2)) {
      const id = name('house', index);
      const finess = `5499${String(slot).padStart(2, '0')}${String(index).padStart(3, '0')}`;
      establishments.push(
        await place(work, 'establishment', id, {
          ...PLACE,
          agency: receiver,
          name: `EHPAD ${id}`,
          category: '500',
          family: 'ehpad',
          finess,
        }),
      );
    }
    const missions: string[] = [];
    for (const index of list(between(theme.missions))) {
      missions.push(
        await placeMission(work, name('mission', index), receiver, establishments[index % 2] ?? '', random),
      );
    }
    const candidates: string[] = [];
    for (const index of list(between(theme.candidates))) {
      candidates.push(
        await placeCandidate(
          work,
          name('person', index),
          random.chance(theme.abroad) ? lender : receiver,
          random.chance(0.7) ? specialty : null,
        ),
      );
    }
    const regulators: string[] = [];
    for (const index of list(2)) {
      regulators.push(
        await place(work, 'regulator', name('regulator', index), {
          name: `Régulation ${index}`,
          role: 'ars-regulator',
          agency: receiver,
        }),
      );
    }
    await stage.code.sealing.seal(work);
    return {
      today: work.at.slice(0, 10),
      receiver,
      lender,
      specialty,
      establishments,
      missions,
      candidates,
      regulators,
    };
  });
}
