/** What is common to every decision on a proposal that exists: its row, its mission's region, its version. */

import type { ProposalState } from '../../../contract/domain/proposal.ts';
import { PROPOSAL_STATE_LABELS } from '../../../contract/domain/proposal.ts';
import type { Right } from '../../../contract/domain/right.ts';
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { candidatesById, missionsById, proposalsById } from '../../store/queries/decision-rows.ts';
import type { MissionViewRow, ProposalViewRow } from '../../store/views/view-rows.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { candidateLabel, GONE_PROPOSAL, professionWord } from '../words.ts';

export interface ProposalOrder<K extends CommandKind> {
  readonly kind: K;
  readonly right: Right;
  readonly input: DraftCommand<K>['input'];
  readonly after: string;
  readonly refusal: (proposal: ProposalViewRow, mission: MissionViewRow | undefined) => string | null;
}

export function proposalDrafts<K extends CommandKind>(
  { store, person }: DeskContext,
  targets: readonly string[],
  order: ProposalOrder<K>,
): readonly Draft[] {
  const proposals = proposalsById(store, targets);
  const missions = missionsById(
    store,
    [...proposals.values()].map(({ missionId }) => missionId),
  );
  const candidates = candidatesById(
    store,
    [...proposals.values()].map(({ candidateId }) => candidateId),
  );
  return targets.map((subjectId): Draft => {
    const proposal = proposals.get(subjectId);
    if (proposal === undefined) return invalid({ subjectId, label: subjectId }, GONE_PROPOSAL);
    const candidate = candidates.get(proposal.candidateId);
    const who = candidate === undefined ? 'Personne hors de portée' : candidateLabel(candidate);
    const told = {
      subjectId,
      label: `${who} · ${professionWord(proposal.profession)} · ${proposal.establishmentName}`,
      before: PROPOSAL_STATE_LABELS[proposal.state as ProposalState] ?? proposal.state,
      after: order.after,
    };
    const mission = missions.get(proposal.missionId);
    const object =
      mission === undefined
        ? { agency: proposal.missionAgency }
        : { agency: mission.agency, departement: mission.departement };
    const refusal = rightRefusal(person, order.right, object) ?? order.refusal(proposal, mission);
    if (refusal !== null) return invalid(told, refusal);
    const { row, version } = readSeenFact(store.statements, 'proposal', subjectId);
    return changes(told, {
      ...{ kind: order.kind, subject: subjectId, fact: 'proposal', version, input: order.input },
      missionId: proposal.missionId,
      candidateId: proposal.candidateId,
      base: { state: row?.['state'] ?? null },
    });
  });
}
