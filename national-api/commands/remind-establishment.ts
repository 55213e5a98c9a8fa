/** A regulator reminds an establishment of a person it holds: once in 24 hours at most (DOMAIN §4.4; D1). */
import { formatCivilDate } from '../../contract/domain/civil-date.ts';
import { hoursBetween } from '../../contract/domain/instant.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findCandidate, findMission, findProposal } from '../rules/find-subject.ts';
import { proposalKeys } from '../rules/footprints.ts';
import { requireProposalVersion } from '../rules/move-proposal.ts';
import { missionWords } from '../rules/parties.ts';
import { tellRequester } from '../rules/tell-requester.ts';

const REMINDER_INTERVAL_HOURS = 24;

export const remindEstablishment: CommandHandler<'proposal.remind'> = {
  kind: 'proposal.remind',
  footprint: (reader, { subject }) => proposalKeys(reader, subject),
  async execute(context) {
    const { work, actor, command } = context;
    const proposal = await findProposal(work, command.subject);
    const mission = await findMission(work, proposal.missionId);
    requireRight(actor, 'release-blocked', { agency: mission.agency, departement: mission.departement });
    await requireProposalVersion(work, proposal, command.version);
    const { contactedAt, remindedAt, missionAgency } = proposal;
    if (proposal.state !== 'contacted' || contactedAt === null) {
      throw new CommandRefusal('not-in-this-state', "Seul un contact sans réponse se relance : ce n'en est pas un.");
    }
    if (remindedAt !== null && hoursBetween(Date.parse(remindedAt), work.now) < REMINDER_INTERVAL_HOURS) {
      throw new CommandRefusal('already-reminded', 'Cet établissement a déjà été relancé il y a moins de 24 heures.');
    }
    const act = actOf(context);
    const candidate = await findCandidate(work, proposal.candidateId);
    const { profession, startDate } = missionWords(mission);
    const told = await tellRequester(act, {
      kind: 'contact-reminder',
      mission,
      proposal,
      variables: {
        author: actor.displayName,
        profession,
        startDate,
        candidateNumber: String(candidate.number),
        contactedAt: formatCivilDate(todayOf(missionAgency, Date.parse(contactedAt))),
      },
    });
    if (!told) {
      throw new CommandRefusal('no-requester', "Ce besoin n'a pas de compte demandeur : appelez le standard.");
    }
    // Not a decision on the proposal: whoever is about to answer it must not meet a conflict.
    await work.annotate('proposal', proposal, { remindedAt: work.at });
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'proposal',
      subjectId: proposal.id,
      subjectAgency: missionAgency,
      before: { remindedAt },
      after: { remindedAt: work.at },
    });
  },
};
