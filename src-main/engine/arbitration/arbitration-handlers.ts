/** Arbitration, responses and the simulation of openings, as windows ask for them (contract/app/arbitration-contract.ts). */
import { implement } from '@orpc/server';
import { arbitrationContract } from '../../../contract/app/arbitration-contract.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import { failure } from '../../rpc/failure.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import { simulateOpenings } from '../openings/simulate-openings.ts';
import { answerFacet, answerIds, answerPage } from '../queries/table-answers.ts';
import { planRowDetail } from './plan-detail.ts';
import { planFlows } from './plan-flows.ts';
import { PLAN_ROW_NAMES } from './plan-rows.ts';
import type { PlanShelf } from './plan-shelf.ts';
import type { PlansOf } from './plans-of.ts';
import { responseOfCandidate, responsesByProfession } from './responses.ts';

const DECIDED: TableFilter = { type: 'among', column: 'rowState', values: ['chosen', 'pinned'] };

export function arbitrationHandlers(context: EngineContext, plansOf: PlansOf) {
  const { arbitration, responses, simulation } = implement(arbitrationContract);
  const desk = () => requireDesk(context);
  const plans = async (): Promise<PlanShelf> => {
    const shelf = plansOf(desk());
    await shelf.restored();
    return shelf;
  };
  return {
    arbitration: {
      prepare: arbitration.prepare.handler(async ({ input }) =>
        (await plans()).prepare(input.scope, input.constraints),
      ),
      adjust: arbitration.adjust.handler(async ({ input }) =>
        (await plans()).adjust(input.planId, input.scope, input.constraints),
      ),
      edit: arbitration.edit.handler(async ({ input }) => (await plans()).edit(input.planId, input.edits)),
      run: arbitration.run.handler(async ({ input, signal }) => (await plans()).run(input.planId, signal)),
      cancel: arbitration.cancel.handler(async ({ input }) => (await plans()).cancel(input.planId)),
      plan: arbitration.plan.handler(async ({ input }) => (await plans()).view(input.planId)),
      list: arbitration.list.handler(async () => (await plans()).list()),
      forget: arbitration.forget.handler(async ({ input }) => (await plans()).forget(input.planId)),
      rows: arbitration.rows.handler(async ({ input: { planId, query } }) => {
        const { table, frozen } = (await plans()).result(planId);
        return { revision: frozen.revision, complete: true, ...answerPage(table.image, PLAN_ROW_NAMES, query) };
      }),
      facet: arbitration.facet.handler(async ({ input: { planId, ...question } }) => {
        const { table, frozen } = (await plans()).result(planId);
        return { revision: frozen.revision, values: answerFacet(table.image, question) };
      }),
      choose: arbitration.choose.handler(async ({ input: { planId, query } }) => {
        const { table, frozen } = (await plans()).result(planId);
        const ids = answerIds(table.image, { ...query, filters: [...query.filters, DECIDED] });
        return desk().handles.keep('candidate', ids, frozen.revision);
      }),
      row: arbitration.row.handler(async ({ input: { planId, rowId } }) => {
        const { table, frozen, answer } = (await plans()).result(planId);
        const row = table.rows.get(rowId);
        if (row === undefined) throw failure('not-found');
        return planRowDetail(desk(), frozen, answer, row);
      }),
      flows: arbitration.flows.handler(async ({ input }) => {
        const { frozen, answer } = (await plans()).result(input.planId);
        return { revision: frozen.revision, flows: planFlows(frozen, answer) };
      }),
      repair: arbitration.repair.handler(async ({ input }) => (await plans()).repair(input.planId, input.batchId)),
    },
    responses: {
      ofCandidate: responses.ofCandidate.handler(({ input }) => {
        const { store, image } = desk();
        return responseOfCandidate(store, input.id, image.now);
      }),
      byProfession: responses.byProfession.handler(async ({ input: { agency } }) => {
        const { store, image } = desk();
        await image.loaded('candidate');
        const people = image.candidates.image;
        const isAsked = (id: string) => {
          const slot = people.slotOf(id);
          return agency === null || (slot !== undefined && people.column('agency').read(slot) === agency);
        };
        return responsesByProfession(store, image.now, isAsked);
      }),
    },
    simulation: {
      openings: simulation.openings.handler(({ input }) => simulateOpenings(desk(), input.variants)),
    },
  };
}
