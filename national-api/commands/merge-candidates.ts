/**
 * Two records of one person (same e-mail, or same RPPS) become one: the duplicate's proposals, documents and pools go to
 * the record that stays, and the duplicate is erased (DOMAIN §3). Refused when the two together would break a rule:
 * one contact at a time, one live proposal per mission, three open ones, no overlapping assignments.
 */
import { rangesOverlap } from '../../contract/domain/civil-date.ts';
import { isAwaitingContact, isLive, MAX_OPEN_PROPOSALS } from '../../contract/domain/proposal.ts';
import { isAssignment, promisedDays } from '../../contract/national/facts/promised-days.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import type { Act } from '../rules/act.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findCandidate } from '../rules/find-subject.ts';
import { candidateKeys } from '../rules/footprints.ts';
import { touch } from '../rules/move-proposal.ts';
import { withBoth } from '../rules/pool-membership.ts';
import { proposalsOfCandidate, stateOf } from '../rules/proposals-of.ts';
import { requireVersion } from '../rules/require-version.ts';
import { settle } from '../rules/settle.ts';

type Candidate = Stored<'candidate'>;
type Proposal = Stored<'proposal'>;

/** Same e-mail, or same RPPS number: nothing weaker is proof of one person. */
function requireSamePerson(one: Candidate, other: Candidate): void {
  const sameEmail = one.emailKey !== null && one.emailKey === other.emailKey;
  const sameRpps =
    one.identifierKind === 'rpps' &&
    other.identifierKind === 'rpps' &&
    one.identifier !== null &&
    one.identifier === other.identifier;
  if (one.id !== other.id && (sameEmail || sameRpps)) return;
  throw new CommandRefusal('not-duplicates', "Ces deux fiches n'ont ni le même courriel ni le même numéro RPPS.");
}

function requireCompatible(mine: readonly Proposal[], theirs: readonly Proposal[], now: number): void {
  const stop = (message: string): never => {
    throw new CommandRefusal('merge-breaks-rule', message);
  };
  const live = (proposals: readonly Proposal[]) => proposals.filter((proposal) => isLive(stateOf(proposal)));
  const [ours, both] = [live(theirs), [...live(mine), ...live(theirs)]];
  if (live(mine).some(({ missionId }) => ours.some((other) => other.missionId === missionId))) {
    stop('Les deux fiches ont une proposition en cours pour la même mission : retirez-en une.');
  }
  const held = both.filter(({ state }) => state === 'contacted');
  const assigned = both.filter((proposal) => isAssignment(proposal, now));
  if (held.length + assigned.length > 1) {
    stop('Les deux fiches sont contactées ou affectées : libérez la personne pour l’une des deux.');
  }
  if (both.filter((proposal) => isAwaitingContact(stateOf(proposal))).length > MAX_OPEN_PROPOSALS) {
    stop('Les deux fiches ont ensemble plus de trois propositions en cours : retirez-en.');
  }
  const days = promisedDays(theirs, now);
  if (promisedDays(mine, now).some((range) => days.some((other) => rangesOverlap(range, other)))) {
    stop('Les deux fiches sont affectées à des dates qui se recouvrent.');
  }
}

/** What leaves the feed alone: contact details, documents, mails that wait. */
async function movePrivateData(work: UnitOfWork, fromId: string, intoId: string): Promise<void> {
  const { writer } = work;
  const kept = await writer
    .selectFrom('candidateContact')
    .select('candidateId')
    .where('candidateId', '=', intoId)
    .executeTakeFirst();
  if (kept) await writer.deleteFrom('candidateContact').where('candidateId', '=', fromId).execute();
  else {
    await writer
      .updateTable('candidateContact')
      .set({ candidateId: intoId })
      .where('candidateId', '=', fromId)
      .execute();
  }
  for (const table of ['candidateDocument', 'mail'] as const) {
    await writer.updateTable(table).set({ candidateId: intoId }).where('candidateId', '=', fromId).execute();
  }
}

async function moveToPerson(act: Act, proposal: Proposal, kept: Candidate): Promise<void> {
  const after = { candidateId: kept.id, candidateAgency: kept.agency };
  touch(act, await act.work.update('proposal', proposal, after));
  journalEffect(act, {
    kind: 'proposal.change-record',
    subjectKind: 'proposal',
    subjectId: proposal.id,
    subjectAgency: proposal.missionAgency ?? proposal.candidateAgency,
    before: { candidateId: proposal.candidateId, candidateAgency: proposal.candidateAgency },
    after,
  });
}

export const mergeCandidates: CommandHandler<'candidate.merge'> = {
  kind: 'candidate.merge',
  async footprint(reader, { subject, input }) {
    return [...(await candidateKeys(reader, subject)), ...(await candidateKeys(reader, input.intoId))];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { intoId, reason } = command.input;
    const duplicate = await findCandidate(work, command.subject);
    const kept = await findCandidate(work, intoId);
    for (const { id: candidateId, agency, departement } of [duplicate, kept]) {
      requireRight(actor, 'merge-candidates', { agency, departement, candidateId, reason });
    }
    await requireVersion(work, 'candidate', duplicate, command.version);
    requireSamePerson(duplicate, kept);
    const theirs = await proposalsOfCandidate(work, duplicate.id);
    requireCompatible(await proposalsOfCandidate(work, kept.id), theirs, work.now);
    const act = actOf(context);
    for (const proposal of theirs) {
      await moveToPerson(act, proposal, kept);
    }
    await movePrivateData(work, duplicate.id, kept.id);
    await work.update('candidate', kept, {
      ...withBoth(kept, duplicate),
      identityDocument: kept.identityDocument === 1 ? 1 : duplicate.identityDocument,
      diploma: kept.diploma === 1 ? 1 : duplicate.diploma,
    });
    await work.erase('candidate', duplicate);
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'candidate',
      subjectId: duplicate.id,
      subjectAgency: duplicate.agency,
      reason,
      before: { number: duplicate.number, proposals: theirs.map(({ id }) => id) },
      after: { mergedInto: kept.id },
    });
    act.touched.candidates.add(kept.id);
    await settle(act);
  },
};
