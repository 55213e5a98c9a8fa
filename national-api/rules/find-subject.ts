/** Reads what a command is about, or refuses with a sentence. */
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';

export async function findMission(work: UnitOfWork, id: string): Promise<Stored<'mission'>> {
  const mission = await work.get('mission', id);
  if (mission === null) throw new CommandRefusal('unknown-mission', "Cette mission n'existe pas.");
  return mission;
}

/** A record that was merged is gone: an order about it, decided offline, is told so. */
export async function findCandidate(work: UnitOfWork, id: string): Promise<Stored<'candidate'>> {
  const candidate = await work.get('candidate', id);
  if (candidate !== null) return candidate;
  const merged = await work.writer
    .selectFrom('journal')
    .select('number')
    .where('subjectId', '=', id)
    .where('kind', '=', 'candidate.merge')
    .executeTakeFirst();
  if (merged) {
    throw new CommandRefusal('candidate-merged', 'Cette fiche était un doublon : elle a été fusionnée avec une autre.');
  }
  throw new CommandRefusal('unknown-candidate', "Cette personne n'existe pas.");
}

export async function findProposal(work: UnitOfWork, id: string): Promise<Stored<'proposal'>> {
  const proposal = await work.get('proposal', id);
  if (proposal === null) throw new CommandRefusal('unknown-proposal', "Cette proposition n'existe pas.");
  return proposal;
}

/** Refuses an order that would make what is already there. */
export async function requireNew(
  work: UnitOfWork,
  kind: 'mission' | 'proposal' | 'directAccess' | 'accountRequest',
  id: string,
): Promise<void> {
  const found = await work.get(kind, id);
  if (found === null) return;
  throw new CommandConflict('subject-exists', 'Cet objet existe déjà.', {
    kind,
    id,
    author: null,
    at: found.updatedAt,
  });
}

/** Département of the mission or establishment that a named access is for; undefined when there is none such. */
export async function departementOfTarget(
  work: UnitOfWork,
  target: { readonly establishmentId: string | null; readonly missionId: string | null },
): Promise<string | undefined> {
  const mission = target.missionId === null ? null : await work.get('mission', target.missionId);
  const establishment =
    target.establishmentId === null ? null : await work.get('establishment', target.establishmentId);
  return (mission ?? establishment)?.departement;
}
