/** A base with invented people and needs, written as the feed would, to be exported and compared. */
import type { Store } from '../../src-main/store/store.ts';
import { confirm, entryOf, memoryStore } from '../support/desk-rows.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { randomFrom } from '../support/seeded-random.ts';

/** What must never be found in a pseudonymised file: as if a real person's. */
export const CANARIES = {
  lastName: 'ZORGLUBINETTE',
  firstName: 'Philomène-Canari',
  city: 'Villecanari-les-Bains',
  postalCode: '54999',
  identifier: '10999888777',
  number: 987_654_321,
  note: 'NOTE-CANARI appeler Mme Untelle',
  byName: 'Régulatrice Canarissime',
  address: '12 rue du Canari-Secret',
  phone: '+33199009988',
} as const;

const PROFESSIONS = ['infirmier-diplome-etat', 'aide-soignant', 'medecin-generaliste'] as const;
const PLACES = [
  ['54', 6],
  ['57', 6],
  ['67', 6],
  ['35', 4],
] as const;
const AT = '2020-11-14T08:15:00.000Z';

function candidate(random: SeededRandom, index: number) {
  const [departement, agency] = random.pick(PLACES);
  const engagement = random.pick(['none', 'none', 'none', 'proposed', 'contacted', 'assigned'] as const);
  return entryOf('candidate', `candidate-${index}`, {
    number: CANARIES.number + index,
    lastName: `${CANARIES.lastName}${index}`,
    firstName: CANARIES.firstName,
    city: CANARIES.city,
    postalCode: CANARIES.postalCode,
    identifierKind: 'rpps',
    identifier: `${CANARIES.identifier}${index}`,
    latitude: 48.123456 + index / 1e6,
    longitude: 6.234567,
    departement,
    agency,
    profession: random.pick(PROFESSIONS),
    specialty: random.next(20) === 0 ? 'geriatrie' : null,
    activityKind: random.pick(['active', 'retired', 'student']),
    mobilisation: random.pick(['local', 'departemental', 'national']),
    startDate: `2020-${random.pick(['09', '10', '11'])}-${String(1 + random.next(28)).padStart(2, '0')}`,
    endDate: random.next(2) === 0 ? null : `2021-0${1 + random.next(6)}-15`,
    verification: random.pick(['verified', 'to-verify']),
    verificationByName: CANARIES.byName,
    engagement,
    engagedSince: engagement === 'none' ? null : `2020-11-1${random.next(5)}T0${random.next(9)}:17:41.123Z`,
    createdAt: AT,
    updatedAt: AT,
  });
}

function mission(random: SeededRandom, index: number) {
  const [departement, agency] = random.pick(PLACES);
  return entryOf('mission', `mission-${index}`, {
    departement,
    agency,
    establishmentId: `establishment-${index % 7}`,
    establishmentName: `EHPAD de démonstration ${index % 7}`,
    profession: random.pick(PROFESSIONS),
    headcount: 1 + random.next(6),
    note: CANARIES.note,
    noteByName: CANARIES.byName,
    priority: random.pick(['P1', 'P2', 'P3', 'none']),
    priorityByName: CANARIES.byName,
    priorityAt: AT,
    createdAt: AT,
    updatedAt: AT,
  });
}

function proposal(random: SeededRandom, index: number, people: number, missions: number) {
  const missionId = `mission-${random.next(missions)}`;
  const day = `2020-11-1${random.next(5)}T1${random.next(9)}:05:09.877Z`;
  return entryOf('proposal', `proposal-${index}`, {
    missionId,
    candidateId: `candidate-${random.next(people)}`,
    establishmentId: 'establishment-1',
    proposedByName: CANARIES.byName,
    proposedAt: day,
    updatedAt: day,
    state: random.pick(['open', 'contacted', 'accepted', 'refused']),
    reason: random.next(3) === 0 ? CANARIES.note : null,
  });
}

export interface RegionSize {
  readonly candidates: number;
  readonly missions: number;
  readonly proposals: number;
}
export const SMALL_REGION: RegionSize = { candidates: 900, missions: 60, proposals: 150 };

export function fillRegion(store: Store, size: RegionSize = SMALL_REGION, seed = 11): Store {
  const random = randomFrom(seed);
  const many = (count: number) => Array.from({ length: count }, (_, index) => index);
  confirm(
    store,
    ...many(7).map((index) =>
      entryOf('establishment', `establishment-${index}`, {
        name: `EHPAD de démonstration ${index}`,
        family: 'ehpad',
        address: CANARIES.address,
        phone: CANARIES.phone,
        agency: 6,
        departement: '54',
        city: 'Nancy',
      }),
    ),
    ...many(size.missions).map((index) => mission(random, index)),
    ...many(size.candidates).map((index) => candidate(random, index)),
    ...many(size.proposals).map((index) => proposal(random, index, size.candidates, size.missions)),
  );
  return store;
}

export const smallRegion = (seed = 11): Store => fillRegion(memoryStore(), SMALL_REGION, seed);
