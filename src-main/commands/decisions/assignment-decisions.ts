/** "Elle est positive, elle ne vient pas": an assignment that ends early, or never was (DOMAIN §4.8). */
import { stoppingEvent } from '../../../contract/domain/assignment.ts';
import { formatCivilDate, isCivilDate } from '../../../contract/domain/civil-date.ts';
import { EARLY_END_REASON_LABELS } from '../../../contract/domain/proposal-reason.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { MissionViewRow, ProposalViewRow } from '../../store/views/view-rows.ts';
import type { DeskContext } from '../desk-context.ts';
import type { DecisionMaker } from '../draft.ts';
import { count } from '../words.ts';
import { proposalDrafts } from './on-proposal.ts';

const NOT_ASSIGNED = "Cette affectation n'est plus en cours.";

function datesOf(proposal: ProposalViewRow, mission: MissionViewRow | undefined) {
  return {
    from: proposal.startDate ?? mission?.startDate ?? '0001-01-01',
    until: proposal.endDate ?? mission?.endDate ?? '9999-12-31',
  };
}

const hasNotBegun = ({ clock }: DeskContext, proposal: ProposalViewRow, mission: MissionViewRow | undefined): boolean =>
  stoppingEvent(datesOf(proposal, mission), todayOf(proposal.missionAgency, clock())) === 'cancel';

const freed = (people: number): readonly string[] =>
  people === 0
    ? []
    : [
        `${count(people, 'poste sera rouvert et la personne', 'postes seront rouverts et les personnes')} libérées ; les deux parties sont prévenues par courriel dans 2 minutes.`,
      ];

export const endEarly: DecisionMaker<'end-early'> = {
  kind: 'end-early',
  title: ({ on, end }) => `Fin anticipée au ${formatCivilDate(on)} : ${EARLY_END_REASON_LABELS[end]}`,
  drafts: (context, { on, end, comment }, targets) =>
    proposalDrafts(context, targets, {
      ...{ kind: 'proposal.end-early', right: 'end-assignment', input: { on, reason: end, comment } },
      after: `TERMINÉE TÔT, ${formatCivilDate(on)}`,
      refusal(proposal, mission) {
        if (proposal.state !== 'accepted') return NOT_ASSIGNED;
        if (hasNotBegun(context, proposal, mission)) {
          return "Cette affectation n'a pas commencé : annulez-la plutôt que d'y mettre fin.";
        }
        const { from, until } = datesOf(proposal, mission);
        if (isCivilDate(on) && from <= on && on < until) return null;
        return `Le dernier jour travaillé doit se situer du ${formatCivilDate(from)} à la veille du ${formatCivilDate(until)}.`;
      },
    }),
  consequences: (_context, _decision, drafts) => freed(drafts.length),
};

export const cancelAssignment: DecisionMaker<'cancel-assignment'> = {
  kind: 'cancel-assignment',
  title: ({ end }) => `Annuler l'affectation : ${EARLY_END_REASON_LABELS[end]}`,
  drafts: (context, { end, comment }, targets) =>
    proposalDrafts(context, targets, {
      ...{ kind: 'proposal.cancel-assignment', right: 'end-assignment', input: { reason: end, comment } },
      after: 'ANNULÉE',
      refusal(proposal, mission) {
        if (proposal.state !== 'accepted') return NOT_ASSIGNED;
        if (end === 'error' || hasNotBegun(context, proposal, mission)) return null;
        return "Cette affectation a commencé : mettez-y fin à une date plutôt que de l'annuler.";
      },
    }),
  consequences: (_context, _decision, drafts) => freed(drafts.length),
};
