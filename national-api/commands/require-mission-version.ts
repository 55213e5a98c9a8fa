/** Refuses an order made on a need that somebody changed since, and tells who and when. */
import { CommandConflict } from '../kernel/command-outcome.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { lastAuthor } from '../rules/last-author.ts';

export async function requireMissionVersion(
  work: UnitOfWork,
  mission: Stored<'mission'>,
  version: number,
): Promise<void> {
  if (mission.version === version) return;
  throw new CommandConflict('subject-changed', 'Ce besoin a changé entre-temps.', {
    kind: 'mission',
    id: mission.id,
    ...(await lastAuthor(work, 'mission', mission.id)),
  });
}
