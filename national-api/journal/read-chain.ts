/**
 * The chain of looks: who saw whose contact details or documents, or read the journal, when and why. One chain for
 * each instance of the service, so that looking never waits for another instance; anchored in the decision chain each
 * minute (ARCHITECTURE §6, TRUST D5).
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';

export type ReadLine = Tables['readJournal'];

/** What was looked at. */
export interface Look {
  readonly what: 'contact' | 'document' | 'journal';
  readonly subjectId: string;
  readonly missionId: string | null;
  readonly reason: string;
  /** 'shown', or 'refused:' and the code: a refusal is a fact too. */
  readonly result: string;
}

/** The link: everything but the hash itself. */
export function readLineHash(line: Omit<ReadLine, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(line)).digest('hex');
}

/** Adds a line; the caller commits it before anything is shown. */
export async function appendLook(
  ground: Ground,
  writer: Writer,
  instance: string,
  actor: Principal,
  look: Look,
): Promise<void> {
  await ground.database.lockSubjects(writer, [`read-journal:${instance}`]);
  const last = await writer
    .selectFrom('readJournal')
    .select(['number', 'hash'])
    .where('instance', '=', instance)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const line = {
    instance,
    number: (last?.number ?? 0) + 1,
    at: isoInstant(ground.clock()),
    actorId: actor.personId,
    role: actor.role,
    agency: actor.agency,
    ...look,
    previousHash: last?.hash ?? '',
  };
  await writer
    .insertInto('readJournal')
    .values({ ...line, hash: readLineHash(line) })
    .execute();
}
