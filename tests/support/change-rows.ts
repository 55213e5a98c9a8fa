/** Changes rows and openings in a test world through the kernel, without a command: feed and scopes stay true. */
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { refreshScopes } from '../../national-api/feed/scope-versions.ts';
import type { Sealed } from '../../national-api/kernel/seal.ts';
import { seal } from '../../national-api/kernel/seal.ts';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import { UnitOfWork } from '../../national-api/kernel/unit-of-work.ts';
import type { World } from './world.ts';

/** 15 November 2020: the world's first day. */
export const WORLD_TODAY = '2020-11-15';

/** Runs any work in one sealed transaction. */
export async function transact(world: World, act: (work: UnitOfWork) => Promise<unknown>): Promise<Sealed | null> {
  return world.ground.database.transaction(async (writer) => {
    const work = new UnitOfWork(writer, world.ground);
    await act(work);
    return seal(work);
  });
}

export async function changeRow<K extends RowKind>(
  world: World,
  kind: K,
  id: string,
  patch: Partial<Stored<K>>,
): Promise<void> {
  await transact(world, async (work) => {
    const row = await work.get(kind, id);
    if (row === null) throw new Error(`No ${kind} ${id}`);
    await work.update(kind, row, patch);
  });
}

export async function eraseRow(world: World, kind: RowKind, id: string): Promise<void> {
  await transact(world, async (work) => {
    const row = await work.get(kind, id);
    if (row === null) throw new Error(`No ${kind} ${id}`);
    await work.erase(kind, row);
  });
}

const OPEN: Omit<Stored<'opening'>, 'id' | 'version' | 'updatedAt'> = {
  state: 'active',
  receiverAgency: 6,
  receiverMissions: null,
  lenderAgencies: '[4]',
  poolKinds: 63,
  professions: '[]',
  specialties: '[]',
  mobilisations: '["national"]',
  fromDate: '2020-11-01',
  untilDate: '2020-12-31',
  ceiling: 10,
  used: 0,
  assigned: 0,
  reason: 'Vague',
  authorName: 'CCS',
  createdAt: '2020-11-15T08:00:00.000Z',
  objectionByName: null,
  objectionAt: null,
  objectionReason: null,
  overruledByName: null,
  overruledReason: null,
  agreedByName: null,
  agreedAt: null,
  agreements: null,
  closedAt: null,
  closedByName: null,
  closedReason: null,
};

/** Opens pools of Bretagne (4) to Grand-Est (6), unless told otherwise; returns the opening's id. */
export async function openPools(world: World, patch: Partial<Stored<'opening'>> = {}): Promise<string> {
  const id = world.nextId();
  await transact(world, async (work) => {
    const row = await work.insert('opening', { ...OPEN, id, ...patch });
    await refreshScopes(work, [row.receiverAgency], WORLD_TODAY);
  });
  return id;
}

export async function changeOpening(world: World, id: string, patch: Partial<Stored<'opening'>>): Promise<void> {
  await transact(world, async (work) => {
    const row = await work.get('opening', id);
    if (row === null) throw new Error(`No opening ${id}`);
    const after = await work.update('opening', row, patch);
    await refreshScopes(work, [after.receiverAgency], WORLD_TODAY);
  });
}

export const closePools = (world: World, id: string): Promise<void> => changeOpening(world, id, { state: 'closed' });
