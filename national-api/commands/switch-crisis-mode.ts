/**
 * An agency enters or leaves crisis mode, for a profession or for all (DOMAIN §4.2; F101-F103, D9). Contacts and
 * proposals are kept, unless contacts are recalled: then each is released and its requester mailed. Leaving keeps all.
 */

import type { Writer } from '../database/database.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler, SubjectKey } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import type { Act } from '../rules/act.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findMission } from '../rules/find-subject.ts';
import { openingKeys } from '../rules/footprints.ts';
import { moveProposal } from '../rules/move-proposal.ts';
import { agencyWithArticle, missionWords } from '../rules/parties.ts';
import { settle } from '../rules/settle.ts';
import { tellRequester } from '../rules/tell-requester.ts';

/** Contacts for missions of the agency, of the profession when one is named. */
async function contactsOf(reader: Writer, agency: number, profession: string | null) {
  const contacts = reader
    .selectFrom('proposal')
    .selectAll()
    .where('state', '=', 'contacted')
    .where('missionAgency', '=', agency)
    .orderBy('id');
  return (profession === null ? contacts : contacts.where('profession', '=', profession)).execute();
}

async function recall(act: Act, proposal: Stored<'proposal'>, agency: number): Promise<void> {
  const { work, actor } = act;
  const released = await moveProposal(act, proposal, {
    events: ['release'],
    journalAs: 'proposal.recall',
    reason: 'crisis-recall',
  });
  const mission = await findMission(work, proposal.missionId);
  const candidate = await work.get('candidate', proposal.candidateId);
  const { profession, startDate } = missionWords(mission);
  await tellRequester(act, {
    kind: 'contact-recalled',
    mission,
    proposal: released,
    variables: {
      author: actor.displayName,
      by: agencyWithArticle(agency),
      profession,
      startDate,
      candidateNumber: String(candidate?.number ?? ''),
    },
  });
}

export const switchCrisisMode: CommandHandler<'crisis-mode.switch'> = {
  kind: 'crisis-mode.switch',
  async footprint(reader, { subject, input }) {
    const { agency, profession, active, recallContacts } = input;
    const keys: SubjectKey[] = [`crisis:${subject}`, `agency:${agency}`];
    if (!active || !recallContacts) return keys;
    const contacts = await contactsOf(reader, agency, profession);
    const openings = contacts.map(({ openingId }) => openingId);
    return [
      ...keys,
      ...contacts.flatMap(({ missionId, candidateId }): SubjectKey[] => [
        `mission:${missionId}`,
        `candidate:${candidateId}`,
      ]),
      ...(await openingKeys(reader, openings)),
    ];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { agency, profession, active, recallContacts, reason } = command.input;
    requireRight(actor, 'switch-crisis-mode', { agency, reason });
    if (command.subject !== `${agency}:${profession ?? '*'}`) {
      throw new CommandRefusal('wrong-subject', 'Cette décision ne porte pas sur cette région et cette profession.');
    }
    const mode = await work.get('crisisMode', command.subject);
    if ((mode?.version ?? 0) !== command.version) {
      throw new CommandConflict('subject-changed', 'La gestion de crise a changé entre-temps.', {
        kind: 'crisisMode',
        id: command.subject,
        author: mode?.byName ?? null,
        at: mode?.at ?? null,
      });
    }
    if ((mode?.active ?? 0) === (active ? 1 : 0)) {
      throw new CommandRefusal(
        'already-so',
        active ? 'La gestion de crise est déjà activée.' : "La gestion de crise n'est pas activée.",
      );
    }
    const after = { active: active ? 1 : 0, reason, byName: actor.displayName, at: work.at } as const;
    if (mode === null) await work.insert('crisisMode', { id: command.subject, agency, profession, ...after });
    else await work.update('crisisMode', mode, after);
    const act = actOf(context);
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'crisisMode',
      subjectId: command.subject,
      subjectAgency: agency,
      reason,
      before: { active: mode?.active ?? 0 },
      after: { active: after.active, recallContacts },
    });
    if (active && recallContacts) {
      for (const proposal of work.adopt('proposal', await contactsOf(work.writer, agency, profession))) {
        await recall(act, proposal, agency);
      }
    }
    await settle(act);
  },
};
