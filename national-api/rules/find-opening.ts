/** Finds the opening that a command is about, and gives what follows from any change of it. */

import { todayOf } from '../../contract/national/facts/today.ts';
import type { Writer } from '../database/database.ts';
import { refreshScopes } from '../feed/scope-versions.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { SubjectKey } from '../kernel/handler.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import type { Act } from './act.ts';
import { lastAuthor } from './last-author.ts';
import { refreshOpeningUse } from './refresh-opening-use.ts';

/** The agencies that an opening names as its lenders; null when all are. */
export function lendersOf(opening: Pick<Stored<'opening'>, 'lenderAgencies'>): readonly number[] | null {
  return opening.lenderAgencies === null ? null : (JSON.parse(opening.lenderAgencies) as number[]);
}

/** An opening, its receiver (whose scope it moves) and its named lenders (who may open the other way). */
export async function openingAndPartiesKeys(reader: Writer, openingId: string): Promise<readonly SubjectKey[]> {
  const opening = await reader
    .selectFrom('opening')
    .select(['receiverAgency', 'lenderAgencies'])
    .where('id', '=', openingId)
    .executeTakeFirst();
  if (opening === undefined) return [`opening:${openingId}`];
  const agencies = [opening.receiverAgency, ...(lendersOf(opening) ?? [])];
  return [`opening:${openingId}`, ...agencies.map((agency): SubjectKey => `agency:${agency}`)];
}

/** @throws CommandRefusal 'unknown-opening' */
export async function findOpening(work: UnitOfWork, openingId: string): Promise<Stored<'opening'>> {
  const opening = await work.get('opening', openingId);
  if (opening === null) throw new CommandRefusal('unknown-opening', "Cette ouverture n'existe pas.");
  return opening;
}

/** @throws CommandConflict 'opening-changed' with who acted and when */
export async function requireOpeningVersion(
  work: UnitOfWork,
  opening: Stored<'opening'>,
  version: number,
): Promise<void> {
  if (opening.version === version) return;
  throw new CommandConflict('opening-changed', "Quelqu'un a agi sur cette ouverture entre-temps.", {
    kind: 'opening',
    id: opening.id,
    ...(await lastAuthor(work, 'opening', opening.id)),
  });
}

/** @throws CommandRefusal 'opening-closed' */
export function requireNotClosed(opening: Stored<'opening'>): void {
  if (opening.state === 'closed') throw new CommandRefusal('opening-closed', 'Cette ouverture est close.');
}

/** After any change of an opening: its use and state counted again, and the receiver's scope. */
export async function settleOpening(act: Act, opening: Stored<'opening'>): Promise<void> {
  const { work } = act;
  await refreshOpeningUse(act, opening.id);
  await refreshScopes(work, [opening.receiverAgency], todayOf(opening.receiverAgency, work.now));
}
