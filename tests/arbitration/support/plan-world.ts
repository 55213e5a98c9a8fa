/** An invented nation on a desk in memory: what plans and simulations are made on in tests. */

import type { ArbitrationConstraints } from '../../../contract/app/arbitration-contract.ts';
import { DEFAULT_CONSTRAINTS } from '../../../contract/app/plan-columns.ts';
import { AGENCIES } from '../../../contract/domain/geography/agency.ts';
import type { PlanRequest } from '../../../src-main/engine/arbitration/freeze-plan.ts';
import type { PlanGround } from '../../../src-main/engine/arbitration/plan-ground.ts';
import type { EngineSession } from '../../../src-main/engine/engine-control.ts';
import { createHandles } from '../../../src-main/engine/handles.ts';
import { createRowSource } from '../../../src-main/engine/row-source.ts';
import { DeskImage } from '../../../src-main/engine/tables/desk-image.ts';
import type { MirrorEntry } from '../../../src-main/store/mirror/apply-entries.ts';
import { confirm, entryOf, memoryStore } from '../../support/desk-rows.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import { makeMirrorWhole } from '../../support/whole-mirror.ts';

export const WORLD_NOW = Date.parse('2020-11-15T10:00:00Z');

export type Person = EngineSession['person'];
export const DESK: Person = { id: 'desk', name: 'Bureau national', role: 'ccs-desk', agency: null, departements: null };
export const ARS: Person = { id: 'ars', name: 'Régulation 6', role: 'ars-regulator', agency: 6, departements: null };

export interface WorldSize {
  readonly missions: number;
  readonly candidates: number;
  /** Agencies that play, from the first. */
  readonly agencies: number;
  readonly professions: number;
}

const PROFESSIONS = ['infirmier-diplome-etat', 'aide-soignant', 'medecin', 'masseur-kinesitherapeute'];
const CENTRES = AGENCIES.map(({ code, departements }) => ({
  agency: code as number,
  departement: (departements[0] ?? '54') as string,
  latitude: 43 + (code % 6) * 1.1,
  longitude: -2 + Math.floor(code / 6) * 3,
}));

function placeOf(random: SeededRandom, agencies: number) {
  const { agency, departement, latitude, longitude } = random.pick(CENTRES.slice(0, agencies));
  const isKnown = random.next(20) > 0;
  return {
    agency,
    departement,
    latitude: isKnown ? latitude + random.next(1000) / 1000 : null,
    longitude: isKnown ? longitude + random.next(1000) / 1000 : null,
  };
}

const bit = (random: SeededRandom): 0 | 1 => (random.next(2) === 0 ? 0 : 1);

/** Missions m-…, people c-…, some of them held, some proposals that solicited them. */
export function randomWorld(seed: number, size: WorldSize): readonly MirrorEntry[] {
  const random = randomFrom(seed);
  const professions = PROFESSIONS.slice(0, size.professions);
  const missions = Array.from({ length: size.missions }, (_, index) =>
    entryOf('mission', `m-${index}`, {
      ...placeOf(random, size.agencies),
      profession: random.pick(professions),
      headcount: random.next(4),
      accepted: 0,
      priority: random.pick(['P1', 'P2', 'P3', 'P4', 'none']),
      ehpad: bit(random),
      intensiveCare: random.next(4) === 0 ? 1 : 0,
      vehicle: random.next(4) === 0 ? 1 : 0,
      weekend: random.next(4) === 0 ? 1 : 0,
      alert: random.pick([null, 'raised']),
    }),
  );
  const candidates = Array.from({ length: size.candidates }, (_, index) =>
    entryOf('candidate', `c-${index}`, {
      ...placeOf(random, size.agencies),
      number: index,
      profession: random.pick(professions),
      mobilisation: random.pick(['local', 'departemental', 'national', 'national']),
      vehicle: bit(random),
      weekend: random.next(3) === 0 ? 0 : 1,
      ehpad: bit(random),
      intensiveCare: bit(random),
      verification: random.pick(['verified', 'to-verify']),
      availability: random.next(10) === 0 ? 'unavailable' : 'available',
      engagement: random.next(10) === 0 ? 'contacted' : 'none',
      startDate: random.pick(['2020-11-01', '2020-11-18', '2020-12-01']),
    }),
  );
  const proposals = Array.from({ length: Math.ceil(size.candidates / 4) }, (_, index) =>
    entryOf('proposal', `p-${index}`, {
      missionId: `m-${random.next(Math.max(1, size.missions))}`,
      candidateId: `c-${random.next(Math.max(1, size.candidates))}`,
      state: random.pick(['refused', 'withdrawn', 'lapsed', 'released']),
      reason: random.pick(['refused-by-candidate', 'distance', null]),
      proposedAt: random.pick(['2020-11-14T09:00:00.000Z', '2020-11-12T09:00:00.000Z', '2020-10-01T09:00:00.000Z']),
    }),
  );
  return [...missions, ...candidates, ...proposals];
}

export interface World extends PlanGround {
  /** Confirms rows as the feed would bring them, and reads them. */
  confirm(...entries: readonly MirrorEntry[]): void;
  close(): void;
}

/** @example const world = await openWorld(randomWorld(7, size), DESK); */
export async function openWorld(entries: readonly MirrorEntry[], person: Person): Promise<World> {
  const store = memoryStore();
  confirm(store, ...entries);
  makeMirrorWhole(store);
  const image = new DeskImage({
    source: createRowSource(store),
    clock: () => WORLD_NOW,
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    tell: () => {},
    onFault: (error) => {
      throw error;
    },
  });
  await image.loaded('mission');
  await image.loaded('candidate');
  const ids = { next: 0 };
  const makeId = () => {
    ids.next += 1;
    return `id-${ids.next}`;
  };
  return {
    store,
    image,
    handles: createHandles(() => WORLD_NOW, makeId),
    person: () => person,
    confirm(...more) {
      confirm(store, ...more);
      image.flush();
    },
    close() {
      image.stop();
      store.close();
    },
  };
}

/** Everything in sight, with no limit at all; each part can be replaced. */
export function requestOf(
  constraints: Partial<ArbitrationConstraints> = {},
  rest: Partial<PlanRequest> = {},
): PlanRequest {
  return {
    scope: { missions: null, agencies: [], professions: [], priorities: [], alertedOnly: false },
    chosen: null,
    constraints: { ...DEFAULT_CONSTRAINTS, mostSolicitations: null, ...constraints },
    edits: [],
    before: null,
    ...rest,
  };
}
