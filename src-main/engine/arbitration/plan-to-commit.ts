/** What the decision `commit-plan` takes over from a plan: its pairs by row, and its inputs for the journal. */

import type { PlanEdit } from '../../../contract/app/arbitration-contract.ts';
import { DEFAULT_PLAN_COST_WEIGHTS } from '../../../contract/domain/plan-cost.ts';
import type { PlanToCommit } from '../../commands/plan-to-commit.ts';
import type { EngineSession } from '../engine-control.ts';
import type { PlanResult } from './plan-session.ts';
import { shortfallsOf } from './plan-session.ts';

export function planToCommit(person: EngineSession['person'], result: PlanResult): PlanToCommit {
  const { request, frozen, answer, table } = result;
  const pairs = new Map(
    [...table.rows.values()].flatMap(({ id, mission, candidateId }) => {
      const missionId = frozen.missions[mission]?.id;
      const isNew = table.image.column('rowState').read(table.image.slotOf(id) ?? -1) !== 'held';
      return missionId === undefined || candidateId === null || !isNew ? [] : [[id, { missionId, candidateId }]];
    }),
  );
  const { scope, constraints, chosen } = request;
  const { missions: _set, ...rest } = scope;
  const ofKind = (kind: PlanEdit['kind']) =>
    request.edits
      .filter((edit) => edit.kind === kind)
      .map(({ missionId, candidateId }) => ({ missionId, candidateId }));
  const shortfalls = shortfallsOf(answer);
  return {
    pairs,
    record: {
      agency: person.agency,
      takenAt: new Date(frozen.takenAt).toISOString(),
      revision: frozen.revision,
      scope: { ...rest, chosenMissions: chosen?.length ?? null },
      constraints,
      pins: ofKind('pin').slice(0, 1000),
      forbidden: ofKind('forbid').slice(0, 1000),
      weightsVersion: DEFAULT_PLAN_COST_WEIGHTS.version,
      outcome: {
        posts: answer.pairs.length + answer.empty.reduce((sum, { posts }) => sum + posts, 0),
        filled: answer.pairs.length,
        greedyFilled: answer.greedy.byWeight.reduce((sum, filled) => sum + filled, 0),
        kilometres: answer.plan.kilometres,
        isProven: answer.isProven,
        shortfalls: shortfalls.map(({ reason, posts }) => ({ reason, posts })),
      },
    },
  };
}
