import { implement } from '@orpc/server';
import { engineContract } from '../../../contract/app/desk-contract.ts';
import { failure } from '../../rpc/failure.ts';
import { sheetToImport } from '../accounts/held-sheet.ts';
import type { ImportsOf } from '../accounts/imports-of.ts';
import type { PlansOf } from '../arbitration/plans-of.ts';
import type { EngineContext } from '../engine-context.ts';
import { planBest } from '../queries/plan-best.ts';
import { requireDecisions, requireDesk } from './require-desk.ts';

const GONE_SET = 'Cette sélection n’est plus connue du poste : sélectionnez à nouveau, puis décidez.';
const GONE_SHEET = 'Ce tableur n’est plus tenu par le poste : choisissez à nouveau le fichier.';
/** Each mission looks through everybody of its profession: more would keep the preview waiting for minutes. */
const MOST_PLANNED = 2_000;
const TOO_MANY = 'Choisissez au plus 2 000 missions à la fois pour proposer les meilleurs candidats.';

export function decisionHandlers(context: EngineContext, plansOf: PlansOf, importsOf: ImportsOf) {
  const { decisions } = implement(engineContract);
  return {
    preview: decisions.preview.handler(async ({ input: { decision, targets: set } }) => {
      const desk = requireDesk(context);
      const targets = desk.handles.resolve(set);
      if (targets === null) throw failure('preview-expired', { message: GONE_SET });
      if (decision.kind === 'commit-plan') {
        const plans = plansOf(desk);
        await plans.restored();
        return requireDecisions(context).previewPlan(decision, targets, plans.toCommit(decision.planId));
      }
      if (decision.kind === 'import-accounts') {
        const held = importsOf(desk).get(decision.importId);
        if (held === null) throw failure('preview-expired', { message: GONE_SHEET });
        return requireDecisions(context).previewImport(decision, targets, sheetToImport(held.lines(desk.store)));
      }
      if (decision.kind !== 'propose-best') return requireDecisions(context).preview(decision, targets);
      if (targets.length > MOST_PLANNED) throw failure('not-allowed', { message: TOO_MANY });
      return requireDecisions(context).preview(decision, targets, await planBest(desk, targets));
    }),
    commit: decisions.commit.handler(({ input }) => requireDecisions(context).commit(input.previewId, input.reason)),
    report: decisions.report.handler(({ input }) => requireDecisions(context).report(input.batchId)),
    undo: decisions.undo.handler(({ input }) => {
      const { withdrawn, compensating, refused } = requireDecisions(context).undo(input.batchId);
      return { withdrawn, compensating, refused: [...refused] };
    }),
    lastUndoable: decisions.lastUndoable.handler(() => requireDecisions(context).lastUndoable()),
  };
}

export function outboxHandlers(context: EngineContext) {
  const { outbox } = implement(engineContract);
  return {
    list: outbox.list.handler(({ input: { only, offset, limit } }) =>
      requireDecisions(context).list(only, offset, limit),
    ),
    conflict: outbox.conflict.handler(({ input }) => requireDecisions(context).conflict(input.commandId)),
    resolve: outbox.resolve.handler(({ input }) => requireDecisions(context).resolve(input.commandId, input.keep)),
    withdraw: outbox.withdraw.handler(({ input }) => requireDecisions(context).withdraw(input.commandId)),
    acknowledge: outbox.acknowledge.handler(({ input }) => requireDecisions(context).acknowledge(input.commandId)),
    export: outbox.export.handler(() => requireDecisions(context).exportOutbox()),
  };
}
