/** What a volunteer corrects alone: home, dates, answers, telephone, message. Who they are goes through the ARS. */

import { parsePhoneNumber } from '../../contract/domain/identifier/phone-number.ts';
import type { CandidateChange } from '../../contract/national/forms/candidate-form.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { startFormCheck } from '../accounts/form-refusal.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { UnitOfWork } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { checkAvailability, flagsOf, readHome } from './read-candidate-form.ts';

type Row = Stored<'candidate'>;

function readChange(row: Row, change: CandidateChange): { patch: Partial<Row>; phone: string | null } {
  const check = startFormCheck();
  const phone = change.phone === undefined ? null : check.take('/phone', parsePhoneNumber(change.phone));
  const moves = change.postalCode !== undefined || change.city !== undefined;
  const home = moves ? readHome(check, change.postalCode ?? row.postalCode, change.city ?? row.city) : null;
  const engaged = row.engagement !== 'none' || row.openProposals > 0;
  if (home !== null && home.agency !== row.agency && engaged) {
    check.fault(
      '/postalCode',
      'Une proposition ou une mission est en cours : votre ARS change votre région avec vous.',
    );
  }
  const startDate = change.startDate ?? row.startDate;
  const endDate = change.endDate === undefined ? row.endDate : change.endDate;
  checkAvailability(check, startDate, endDate);
  check.settle();
  return {
    phone,
    patch: {
      ...home,
      ...flagsOf(change),
      startDate,
      endDate,
      ...(change.activityKind === undefined ? {} : { activityKind: change.activityKind }),
      ...(change.mobilisation === undefined ? {} : { mobilisation: change.mobilisation }),
    },
  };
}

/** Only the columns that really change, with what they were. */
function differences(row: Row, patch: Partial<Row>): { before: Partial<Row>; after: Partial<Row> } {
  const names = (Object.keys(patch) as (keyof Row)[]).filter((name) => patch[name] !== row[name]);
  const pick = (source: Partial<Row>): Partial<Row> => Object.fromEntries(names.map((name) => [name, source[name]]));
  return { before: pick(row), after: pick(patch) };
}

/**
 * @throws CommandRefusal when the record is not the actor's, FormRefusal when an answer is wrong
 * @returns the row as it now is
 */
export async function changeOwnRecord(
  ground: Ground,
  actor: Principal,
  candidateId: string,
  change: CandidateChange,
): Promise<Row> {
  requireRight(actor, 'change-own-record', { agency: null, candidateId });
  return ground.database.transaction(async (writer) => {
    await ground.database.lockSubjects(writer, [`candidate:${candidateId}`]);
    const work = new UnitOfWork(writer, ground);
    const row = await work.get('candidate', candidateId);
    if (row === null) throw new CommandRefusal('unknown-candidate', "Cette personne n'existe pas.");
    const { patch, phone } = readChange(row, change);
    const { before, after } = differences(row, patch);
    const contact = {
      ...(phone === null ? {} : { phone }),
      ...(change.message === undefined ? {} : { message: change.message === '' ? null : change.message }),
    };
    if (Object.keys(contact).length > 0) {
      await writer.updateTable('candidateContact').set(contact).where('candidateId', '=', candidateId).execute();
    }
    const changed = Object.keys(after).length > 0 ? await work.update('candidate', row, after) : row;
    work.journal({
      actor,
      commandId: null,
      kind: 'candidate.change-own-record',
      subjectKind: 'candidate',
      subjectId: candidateId,
      subjectAgency: changed.agency,
      origin: 'single',
      batchId: null,
      decidedAt: null,
      reason: null,
      before,
      // What the person wrote is not repeated in the journal: only which of it changed.
      after: { ...after, contact: Object.keys(contact) },
    });
    await seal(work);
    return changed;
  });
}
