/** Invented rows of the real shape for the engine's figures, written straight into a base. */
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import { PROFESSIONS } from '../../contract/domain/profession.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { MirrorValue } from '../../src-main/store/mirror/apply-entries.ts';
import { loadChunk, makeIndex, missingIndexes } from '../../src-main/store/mirror/load-chunk.ts';
import type { Store } from '../../src-main/store/store.ts';
import { blankRow } from '../support/blank-row.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { randomFrom } from '../support/seeded-random.ts';

type Values = Record<string, MirrorValue>;

const CHUNK = 2000;
const SYLLABLES = [
  'Mar',
  'Lé',
  'Dum',
  'Fau',
  'Gé',
  'Roc',
  'Val',
  'Bré',
  'Cou',
  'ton',
  'vier',
  'bois',
  'ançon',
  'ières',
];
const NATION = AGENCIES.flatMap(({ code, departements }) =>
  departements.map((departement) => ({ agency: code as number, departement: departement as string })),
);
/** A few professions make most of the people, as in the nation. */
const professionOf = (random: SeededRandom): string =>
  random.next(10) < 6
    ? random.pick(['infirmier-diplome-etat', 'aide-soignant', 'medecin'])
    : random.pick(PROFESSIONS).code;
const nameOf = (random: SeededRandom): string =>
  `${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}`;
const dayFrom = (random: SeededRandom, first: number, span: number): string =>
  new Date(Date.UTC(2020, 9, first + random.next(span))).toISOString().slice(0, 10);
const uuid = (index: number): string => `0175c000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

function candidate(random: SeededRandom, index: number): Values {
  const { agency, departement } = random.pick(NATION);
  const engagement = random.pick(['none', 'none', 'none', 'none', 'none', 'none', 'proposed', 'contacted', 'assigned']);
  return {
    id: uuid(index),
    number: index,
    lastName: nameOf(random),
    firstName: nameOf(random),
    postalCode: `${departement.slice(0, 2).padStart(2, '0')}${String(random.next(60) * 10).padStart(3, '0')}`,
    city: `${nameOf(random)}-sur-Mer`,
    departement,
    agency,
    latitude: 43 + random.next(7000) / 1000,
    longitude: -1 + random.next(7000) / 1000,
    profession: professionOf(random),
    identifierKind: 'rpps',
    identifier: String(10_000_000_000 + random.next(999_999_999)),
    startDate: dayFrom(random, 1, 60),
    endDate: random.next(3) === 0 ? dayFrom(random, 70, 60) : null,
    weekend: random.next(2),
    vehicle: random.next(2),
    ehpad: random.next(2),
    mobilisation: random.pick(['local', 'departemental', 'national']),
    pools: '[]',
    poolKinds: 4,
    verification: random.pick(['verified', 'to-verify']),
    availability: random.next(10) === 0 ? 'unavailable' : 'available',
    engagement,
    engagedSince: engagement === 'none' ? null : '2020-11-13T08:00:00.000Z',
  };
}

function mission(random: SeededRandom, index: number): Values {
  const { agency, departement } = random.pick(NATION);
  return {
    id: uuid(index),
    version: 1,
    establishmentId: `e-${random.next(4000)}`,
    establishmentName: `EHPAD de démonstration – ${nameOf(random)}`,
    establishmentFamily: random.pick(['ehpad', 'hospital', 'disability']),
    agency,
    departement,
    city: nameOf(random),
    latitude: 43 + random.next(7000) / 1000,
    longitude: -1 + random.next(7000) / 1000,
    profession: professionOf(random),
    headcount: 1 + random.next(5),
    startDate: dayFrom(random, 30, 40),
    endDate: dayFrom(random, 71, 40),
    weekend: random.next(2),
    vehicle: random.next(2),
    vaccinationProfessions: '[]',
    state: 'open',
    priority: random.pick(['P1', 'P2', 'P3', 'P4', 'none', 'none', 'none']),
    createdAt: `${dayFrom(random, 10, 30)}T08:00:00.000Z`,
  };
}

function load(store: Store, kind: RowKind, count: number, make: (index: number) => Values): void {
  const columns = Object.keys(ROW_KINDS[kind]);
  const blank = blankRow(ROW_KINDS[kind]);
  for (let start = 0; start < count; start += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - start) }, (_, index) => ({
      ...blank,
      ...make(start + index),
    })) as Values[];
    const values = columns.map((name) => rows.map((row) => row[name] ?? null));
    store.transaction('mirror', (transaction) =>
      loadChunk(transaction, { kind, columns, numbers: rows.map(() => 1), values }),
    );
  }
}

/** Openings that lend every agency's national volunteers to a third of the agencies. */
function opening(index: number): Values {
  return {
    id: `o-${index}`,
    state: 'active',
    receiverAgency: 3 * index + 1,
    lenderAgencies: null,
    poolKinds: 4,
    professions: '[]',
    specialties: '[]',
    mobilisations: '["national"]',
    fromDate: '2020-11-01',
    untilDate: '2020-12-31',
    ceiling: 500,
    createdAt: '2020-11-01T08:00:00.000Z',
  };
}

/** @example fillBase(store, { candidates: 200_000, missions: 20_000 }) */
export function fillBase(store: Store, size: { readonly candidates: number; readonly missions: number }): void {
  const random = randomFrom(42);
  load(store, 'mission', size.missions, (index) => mission(random, index));
  load(store, 'opening', 6, opening);
  load(store, 'candidate', size.candidates, (index) => candidate(random, index));
  for (const statement of missingIndexes(store)) makeIndex(store, statement);
}
