/** Refuses an order made on a row that somebody decided on since, and tells who and when. */
import { CommandConflict } from '../kernel/command-outcome.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import { lastAuthor } from './last-author.ts';

type VersionedKind = 'mission' | 'candidate' | 'directAccess' | 'crisisMode';

/** @param version what the row's version was when the person looked */
export async function requireVersion(
  work: UnitOfWork,
  kind: VersionedKind,
  row: { readonly id: string; readonly version: number },
  version: number,
): Promise<void> {
  if (row.version === version) return;
  throw new CommandConflict('subject-changed', "Quelqu'un a décidé entre-temps.", {
    kind,
    id: row.id,
    ...(await lastAuthor(work, kind, row.id)),
  });
}
