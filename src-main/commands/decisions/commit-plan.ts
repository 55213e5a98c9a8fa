/** Proposals of a plan of arbitration, chosen rows or all, with the plan itself kept in the journal (UX 4; D2, D7). */
import { createHash } from 'node:crypto';
import { candidatesById, missionsById } from '../../store/queries/decision-rows.ts';
import type { DeskContext } from '../desk-context.ts';
import type { DecisionMaker, Draft } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import { preparePairCheck } from '../pair-check.ts';
import type { PlanToCommit } from '../plan-to-commit.ts';
import { count, GONE_CANDIDATE, GONE_MISSION, missionLabel } from '../words.ts';
import { followingMails, proposePair } from './propose.ts';

const GONE_ROW = 'Cette ligne n’est plus dans le plan : relancez le calcul, puis décidez.';

/**
 * What proves, later, that the pairs of a batch are those of the record: their sorted lines, hashed.
 *
 * @example digestOf([{ missionId: 'm-1', candidateId: 'c-1' }])
 */
export function digestOf(pairs: readonly { readonly missionId: string; readonly candidateId: string }[]): string {
  const lines = pairs.map(({ missionId, candidateId }) => `${missionId} ${candidateId}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

function draftsOf(
  context: DeskContext,
  plan: PlanToCommit,
  reason: string | null,
  rowIds: readonly string[],
): readonly Draft[] {
  const pairs = rowIds.map((rowId) => ({ rowId, pair: plan.pairs.get(rowId) }));
  const known = pairs.flatMap(({ pair }) => (pair === undefined ? [] : [pair]));
  const candidateIds = known.map(({ candidateId }) => candidateId);
  const missions = missionsById(
    context.store,
    known.map(({ missionId }) => missionId),
  );
  const candidates = candidatesById(context.store, candidateIds);
  const check = preparePairCheck(context, candidateIds);
  return pairs.map(({ rowId, pair }): Draft => {
    if (pair === undefined) return invalid({ subjectId: rowId, label: rowId }, GONE_ROW);
    const mission = missions.get(pair.missionId);
    if (mission === undefined) return invalid({ subjectId: rowId, label: pair.missionId }, GONE_MISSION);
    const told = { subjectId: rowId, label: missionLabel(mission) };
    const candidate = candidates.get(pair.candidateId);
    if (candidate === undefined) return invalid(told, GONE_CANDIDATE);
    const draft = proposePair(context, reason, check, mission, candidate, candidate.openProposals);
    return { ...draft, subjectId: rowId, label: draft.label };
  });
}

/** The record goes with the first proposals: it has no mission of its own, and is undone by nothing. */
function recordOf(
  { makeId }: DeskContext,
  { record }: PlanToCommit,
  reason: string | null,
  proposals: readonly Draft[],
): Draft {
  const pairs = proposals.flatMap(({ command }) =>
    command?.missionId == null || command.candidateId == null
      ? []
      : [{ missionId: command.missionId, candidateId: command.candidateId }],
  );
  const subject = makeId();
  const { filled, posts } = record.outcome;
  const told = {
    subjectId: subject,
    label: "Plan d'arbitrage",
    after: `${count(filled, 'poste pourvu', 'postes pourvus')} sur ${posts}, gardé au journal`,
  };
  return changes(told, {
    ...{ kind: 'arbitration.record', subject, fact: 'arbitration', version: 0 },
    input: { ...record, proposed: pairs.length, digest: digestOf(pairs), reason },
    missionId: null,
    candidateId: null,
    base: {},
  });
}

export const commitPlan: DecisionMaker<'commit-plan'> = {
  kind: 'commit-plan',
  title: () => "Proposer selon le plan d'arbitrage",
  drafts(context, { reason }, targets) {
    const { arbitration } = context;
    if (arbitration === undefined) return targets.map((id) => invalid({ subjectId: id, label: id }, GONE_ROW));
    return draftsOf(context, arbitration, reason, targets);
  },
  accompanying(context, { reason }, drafts) {
    const { arbitration } = context;
    return arbitration === undefined || drafts.length === 0 ? [] : [recordOf(context, arbitration, reason, drafts)];
  },
  consequences(_context, _decision, drafts) {
    if (drafts.length === 0) return [];
    return [
      ...followingMails(drafts),
      'Le plan, ses contraintes et ses résultats sont gardés au journal avec ces propositions.',
    ];
  },
};
