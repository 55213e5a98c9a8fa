/** Volunteers by HTTP: their own record, and what others may look at with a reason. */

import type { CandidateChange } from '../../../contract/national/forms/candidate-form.ts';
import type { CandidateRow } from '../../../contract/national/rows/candidate-row.ts';
import { changeOwnRecord } from '../../candidates/change-own-record.ts';
import { depositDocument } from '../../candidates/deposit-document.ts';
import { findDuplicates } from '../../candidates/find-duplicates.ts';
import { readOwnRecord } from '../../candidates/read-own-record.ts';
import { signUpCandidate } from '../../candidates/sign-up-candidate.ts';
import { publicRow } from '../../kernel/seal.ts';
import type { RevealGround } from '../../reveal/reveal.ts';
import { revealContact, revealDocument } from '../../reveal/reveal.ts';
import type { CallContext } from '../service.ts';
import { callerOf } from '../service.ts';
import { national } from './base.ts';

const revealGround = ({ service: { ground, instance, limits } }: CallContext): RevealGround => ({
  ground,
  instance,
  peoplePerDay: limits.peoplePerDay,
});

export const candidateProcedures = {
  signUp: national.candidates.signUp.handler(({ context, input }) => signUpCandidate(context.service.ground, input)),
  duplicates: national.candidates.duplicates.handler(async ({ context }) => {
    // An ARS person always has a region; the CCS sees the nation.
    const groups = await findDuplicates(context.service.ground.database.read, callerOf(context).agency);
    return { groups: groups.map(({ by, candidates }) => ({ by, candidates: [...candidates] })) };
  }),
  ownRecord: national.candidates.ownRecord.handler(({ context }) =>
    readOwnRecord(context.service.ground, callerOf(context)),
  ),
  change: national.candidates.change.handler(async ({ context, input: { params, body } }) => {
    const row = await changeOwnRecord(context.service.ground, callerOf(context), params.id, body as CandidateChange);
    return { record: publicRow('candidate', row) as unknown as CandidateRow };
  }),
  deposit: national.candidates.deposit.handler(async ({ context, input: { params, query, body } }) =>
    depositDocument(context.service.ground, callerOf(context), params.id, {
      ...query,
      content: new Uint8Array(await body.arrayBuffer()),
    }),
  ),
  revealContact: national.candidates.revealContact.handler(({ context, input: { params, body } }) =>
    revealContact(revealGround(context), callerOf(context), params.id, body),
  ),
  revealDocument: national.candidates.revealDocument.handler(({ context, input: { params, body } }) =>
    revealDocument(revealGround(context), callerOf(context), params.id, params.kind, body),
  ),
};
