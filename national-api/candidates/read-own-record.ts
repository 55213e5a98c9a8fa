/** A volunteer reads what is kept of them: the record and the contact details they left (TRUST D4). */
import type { Principal } from '../../contract/national/principal.ts';
import type { CandidateRow } from '../../contract/national/rows/candidate-row.ts';
import type { RevealedContact } from '../../contract/national/views/reveal-views.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Ground } from '../kernel/ground.ts';
import { publicRow } from '../kernel/seal.ts';

/** @throws CommandRefusal 'unknown-candidate' */
export async function readOwnRecord(
  ground: Ground,
  actor: Principal,
): Promise<{ record: CandidateRow; contact: RevealedContact }> {
  const id = actor.candidateId ?? '';
  return ground.database.snapshot(async (reader) => {
    const row = await reader.selectFrom('candidate').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new CommandRefusal('unknown-candidate', "Cette personne n'existe pas.");
    const contact = await reader
      .selectFrom('candidateContact')
      .selectAll()
      .where('candidateId', '=', id)
      .executeTakeFirst();
    return {
      record: publicRow('candidate', row) as unknown as CandidateRow,
      contact: contact ?? { candidateId: id, email: '', phone: '', message: null },
    };
  });
}
