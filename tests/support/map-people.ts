/** Invented people and needs set on the map, for the tests of its counts. */
import { CANDIDATE_COLUMNS } from '../../contract/national/rows/candidate-row.ts';
import { MISSION_COLUMNS } from '../../contract/national/rows/mission-row.ts';
import { Relations } from '../../src-main/engine/matching/relations.ts';
import { CandidateTable } from '../../src-main/engine/tables/candidate-table.ts';
import { MissionTable } from '../../src-main/engine/tables/mission-table.ts';
import type { CandidateViewRow, MissionViewRow } from '../../src-main/store/views/view-rows.ts';
import { blankRow } from './blank-row.ts';
import type { SeededRandom } from './seeded-random.ts';

export const MAP_NOW = Date.parse('2020-11-15T10:00:00Z');

export interface MapPerson {
  readonly id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: string;
  readonly engagement: string;
  readonly availability: string;
  readonly departement: string;
  readonly profession: string;
  readonly city: string;
}

/** Half on a few towns that many share, half scattered over the mainland; some nowhere. */
export function inventMapPeople(random: SeededRandom, count: number): MapPerson[] {
  const towns = Array.from({ length: 40 }, (_, index) => ({
    city: `Ville ${index}`,
    latitude: 43 + random.next(7000) / 1000,
    longitude: -1 + random.next(8000) / 1000,
  }));
  return Array.from({ length: count }, (_, index) => {
    const town = random.pick(towns);
    const nowhere = random.next(20) === 0;
    const scattered = random.next(2) === 0;
    return {
      id: `c-${index}`,
      latitude: nowhere ? null : scattered ? 42 + random.next(9000) / 1000 : town.latitude,
      longitude: nowhere ? null : scattered ? -4 + random.next(12_000) / 1000 : town.longitude,
      precision: random.pick(['commune', 'commune', 'commune', 'epci', 'arrondissement', 'departement']),
      engagement: random.pick(['none', 'none', 'proposed', 'contacted', 'assigned']),
      availability: random.pick(['available', 'available', 'unavailable']),
      departement: random.pick(['54', '57', '88']),
      profession: random.pick(['aide-soignant', 'infirmier-diplome-etat']),
      city: town.city,
    };
  });
}

export function writeMapPerson(table: CandidateTable, person: MapPerson): void {
  const rest = { agency: 6, mobilisation: 'national', startDate: '2020-11-01', pools: '[]', lastName: person.id };
  const row = { ...blankRow(CANDIDATE_COLUMNS), ...rest, ...person, firstName: 'Alix', verification: 'verified' };
  table.write(row as unknown as CandidateViewRow, MAP_NOW);
}

export function mapPeopleTable(people: readonly MapPerson[]): CandidateTable {
  const table = new CandidateTable(new Relations());
  for (const person of people) writeMapPerson(table, person);
  return table;
}

export interface MapNeed {
  readonly id: string;
  readonly establishmentId: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly profession: string;
  readonly departement: string;
  readonly headcount: number;
  readonly accepted: number;
  readonly state: string;
}

export function inventMapNeeds(random: SeededRandom, count: number): MapNeed[] {
  return Array.from({ length: count }, (_, index) => {
    const headcount = random.next(5);
    return {
      id: `m-${index}`,
      establishmentId: `e-${random.next(Math.max(1, count >> 1))}`,
      latitude: random.next(15) === 0 ? null : 44 + random.next(40) / 10,
      longitude: 1 + random.next(50) / 10,
      profession: random.pick(['aide-soignant', 'infirmier-diplome-etat']),
      departement: random.pick(['54', '57', '88']),
      headcount,
      accepted: Math.min(headcount, random.next(3)),
      state: random.pick(['open', 'open', 'open', 'closed']),
    };
  });
}

export function mapNeedsTable(needs: readonly MapNeed[]): MissionTable {
  const table = new MissionTable(new Relations(), new Map());
  for (const need of needs) {
    const dates = { startDate: '2020-11-16', endDate: '2020-11-30', createdAt: '2020-11-10T08:00:00.000Z' };
    const rest = { agency: 6, city: 'Nancy', establishmentName: `EHPAD de démonstration ${need.establishmentId}` };
    const row = { ...blankRow(MISSION_COLUMNS), ...dates, ...rest, ...need, vaccinationProfessions: '[]' };
    table.write(row as unknown as MissionViewRow, MAP_NOW);
  }
  return table;
}
