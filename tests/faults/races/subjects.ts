/** The few missions and people that a race is about: its own agencies, so that races on one database never meet. */
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import type { Ground } from '../../../national-api/kernel/ground.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { ServiceCode } from '../service/load-service.ts';
import { placeHouse, placeMission, placePerson, placeRegulator } from './place-rows.ts';
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

/** First and last day of a mission, counted from today. */
export type Days = readonly [number, number];

/** Begun or to come; some touch on one day, some follow each other, some cover others. */
const ANY_DAYS: readonly Days[] = [
  [-5, 0],
  [-5, 5],
  [0, 5],
  [1, 5],
  [5, 10],
];

const SPECIALTY = 'SI05';

export interface SubjectTerms {
  /** 0 … RACES_PER_DATABASE - 1. */
  readonly slot: number;
  readonly seed: number;
  readonly theme: Theme;
  readonly random: SeededRandom;
  readonly days?: readonly Days[];
}

/** Places what a race needs, in one transaction of the service's own kernel. */
export async function placeSubjects(code: ServiceCode, ground: Ground, terms: SubjectTerms): Promise<Subjects> {
  const { slot, seed, theme, random, days = ANY_DAYS } = terms;
  const receiver = 2 * slot + 1;
  const lender = receiver + 1;
  const names = (kind: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${kind}-${seed}-${slot}-${index}`);
  const between = ([least, most]: readonly [number, number]) => least + random.below(most - least + 1);
  const establishments = names('house', 2);
  const missions = names('mission', between(theme.missions));
  const candidates = names('person', between(theme.candidates));
  const regulators = names('regulator', 2);
  return ground.database.transaction(async (writer) => {
    const work = new code.work.UnitOfWork(writer, ground);
    for (const [index, id] of establishments.entries()) {
      await placeHouse(work, id, receiver, `5499${String(slot).padStart(2, '0')}${String(index).padStart(3, '0')}`);
    }
    for (const [index, id] of missions.entries()) {
      const establishmentId = establishments[index % establishments.length] ?? '';
      const headcount = random.pick([1, 1, 1, 2, 3]);
      await placeMission(work, id, { agency: receiver, establishmentId, headcount, days: random.pick(days) });
    }
    for (const id of candidates) {
      const agency = random.chance(theme.abroad) ? lender : receiver;
      await placePerson(work, id, agency, random.chance(0.7) ? SPECIALTY : null);
    }
    for (const id of regulators) await placeRegulator(work, id, receiver);
    await code.sealing.seal(work);
    const today = work.at.slice(0, 10);
    return { today, receiver, lender, specialty: SPECIALTY, establishments, missions, candidates, regulators };
  });
}

/** Whether a row is the race's affair: others were there before, on the same database. */
export function belongsTo(subjects: Subjects): (kind: RowKind, row: Readonly<Record<string, unknown>>) => boolean {
  const { receiver, lender } = subjects;
  const own = new Set<unknown>(
    [subjects.missions, subjects.candidates, subjects.establishments, subjects.regulators].flat(),
  );
  return (kind, row) => {
    switch (kind) {
      case 'opening':
        return row['receiverAgency'] === receiver;
      case 'crisisMode':
      case 'directAccess':
        return row['agency'] === receiver || row['agency'] === lender;
      case 'proposal':
      case 'alert':
      case 'reserveRequest':
        return own.has(row['missionId']);
      default:
        return own.has(row['id']);
    }
  };
}
