/** Openings begin and close by date: the receiver's scope follows (DOMAIN §6). */

import { canonicalJson } from '../../contract/national/canonical-json.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import type { ScopeDefinition } from '../feed/scope-definition.ts';
import { definitionOf } from '../feed/scope-definition.ts';
import { currentScope, refreshScopes, scopeOfAgency } from '../feed/scope-versions.ts';
import type { Ground } from '../kernel/ground.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { journalEffect, systemAct } from '../rules/act.ts';
import { openingKeys } from '../rules/footprints.ts';
import { refreshOpeningUse } from '../rules/refresh-opening-use.ts';
import { inSlices } from './in-slices.ts';
import { underLocks } from './under-locks.ts';

const NOT_CLOSED = ['active', 'paused', 'awaiting-agreement'];

const same = (left: ScopeDefinition, right: ScopeDefinition): boolean => canonicalJson(left) === canonicalJson(right);

/** Ids of the openings of each agency for which the date changes something. */
async function turning(ground: Ground): Promise<readonly string[]> {
  const openings = await ground.database.read
    .selectFrom('opening')
    .selectAll()
    .where('state', 'in', NOT_CLOSED)
    .orderBy('id')
    .execute();
  const byReceiver = new Map<number, Stored<'opening'>[]>();
  for (const opening of openings) {
    byReceiver.set(opening.receiverAgency, [...(byReceiver.get(opening.receiverAgency) ?? []), opening]);
  }
  const found: string[] = [];
  for (const [agency, theirs] of byReceiver) {
    const today = todayOf(agency, ground.clock());
    const { definition } = await currentScope(ground.database.read, scopeOfAgency(agency));
    const late = theirs.some(({ untilDate }) => untilDate < today);
    if (late || !same(definition, definitionOf(agency, theirs, today))) found.push(...theirs.map(({ id }) => id));
  }
  return found;
}

async function turn(work: UnitOfWork, ids: readonly string[]): Promise<number> {
  const act = systemAct(work);
  let turned = 0;
  const openings = (await Promise.all(ids.map((id) => work.get('opening', id)))).filter((row) => row !== null);
  for (const agency of new Set(openings.map(({ receiverAgency }) => receiverAgency))) {
    const before = await currentScope(work.writer, scopeOfAgency(agency));
    for (const { id, receiverAgency } of openings) if (receiverAgency === agency) await refreshOpeningUse(act, id);
    await refreshScopes(work, [agency], todayOf(agency, work.now));
    const after = await currentScope(work.writer, scopeOfAgency(agency));
    if (after.version === before.version) continue;
    turned += 1;
    for (const { id } of after.definition.filter(
      (opening) => !before.definition.some((one) => one.id === opening.id),
    )) {
      journalEffect(act, { kind: 'opening.begin', subjectKind: 'opening', subjectId: id, subjectAgency: agency });
    }
  }
  return turned;
}

/** @returns how many agencies now see something else */
export async function turnOpenings(ground: Ground): Promise<number> {
  return inSlices(ground, await turning(ground), (ids) =>
    underLocks(
      ground,
      (reader) => openingKeys(reader, ids),
      (work) => turn(work, ids),
    ),
  );
}
