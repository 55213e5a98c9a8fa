/** Taking a proposal back, freeing a contacted person, reminding the establishment (DOMAIN §4.4, §4.9; D1). */
import { hoursBetween } from '../../../contract/domain/instant.ts';
import type { ProposalState } from '../../../contract/domain/proposal.ts';
import { isAwaitingContact } from '../../../contract/domain/proposal.ts';
import { RELEASE_REASON_LABELS } from '../../../contract/domain/proposal-reason.ts';
import type { DecisionMaker } from '../draft.ts';
import { count } from '../words.ts';
import { proposalDrafts } from './on-proposal.ts';

const REMINDER_INTERVAL_HOURS = 24;

export const withdrawProposal: DecisionMaker<'withdraw-proposal'> = {
  kind: 'withdraw-proposal',
  title: () => 'Retirer la proposition',
  drafts: (context, { reason }, targets) =>
    proposalDrafts(context, targets, {
      ...{ kind: 'proposal.withdraw', right: 'withdraw-proposal', input: { reason }, after: 'RETIRÉE' },
      refusal: ({ state }) =>
        isAwaitingContact(state as ProposalState)
          ? null
          : "Une proposition ne se retire qu'avant le contact : libérez plutôt la personne.",
    }),
  consequences: (_context, _decision, drafts) =>
    drafts.length === 0
      ? []
      : [
          'Les courriels qui ne sont pas partis sont annulés ; ceux qui le sont sont suivis de « proposition retirée ».',
        ],
  asksReason: (_context, { reason }) => (reason === null ? 'Dites pourquoi la proposition est retirée.' : null),
};

export const release: DecisionMaker<'release'> = {
  kind: 'release',
  title: (decision) => `Libérer : ${RELEASE_REASON_LABELS[decision.release]}`,
  drafts: (context, decision, targets) =>
    proposalDrafts(context, targets, {
      ...{ kind: 'proposal.release', right: 'release-blocked', after: 'LIBÉRÉE' },
      input: { reason: decision.release, comment: decision.comment },
      refusal: ({ state }) => (state === 'contacted' ? null : 'Seule une personne contactée peut être libérée.'),
    }),
  consequences(_context, _decision, drafts) {
    if (drafts.length === 0) return [];
    const people = new Set(drafts.map(({ command }) => command?.candidateId)).size;
    return [
      `${count(people, 'personne sera', 'personnes seront')} de nouveau disponibles pour les autres établissements.`,
      'Les établissements qui les avaient contactées sont prévenus par courriel dans 2 minutes.',
    ];
  },
};

export const remind: DecisionMaker<'remind'> = {
  kind: 'remind',
  title: () => "Relancer l'établissement",
  drafts: (context, _decision, targets) =>
    proposalDrafts(context, targets, {
      ...{ kind: 'proposal.remind', right: 'release-blocked', input: {}, after: 'Relancée' },
      refusal({ state, contactedAt, remindedAt }) {
        if (state !== 'contacted' || contactedAt === null) {
          return "Seul un contact sans réponse se relance : ce n'en est pas un.";
        }
        const recent =
          remindedAt !== null && hoursBetween(Date.parse(remindedAt), context.clock()) < REMINDER_INTERVAL_HOURS;
        return recent ? 'Cet établissement a déjà été relancé il y a moins de 24 heures.' : null;
      },
    }),
  consequences: (_context, _decision, drafts) =>
    drafts.length === 0
      ? []
      : [`${count(drafts.length, 'courriel de relance partira', 'courriels de relance partiront')} dans 2 minutes.`],
};
