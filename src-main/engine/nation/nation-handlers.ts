import { implement } from '@orpc/server';
import { nationContract } from '../../../contract/app/nation-contract.ts';
import { failure } from '../../rpc/failure.ts';
import { readReserveRequests } from '../../store/queries/opening-rows.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import { alertList } from './alert-rows.ts';
import { alertSheet } from './alert-sheet.ts';
import { balanceOf, standingOf, weeksOf } from './balance-answers.ts';
import { ladderReader } from './ladder.ts';
import { openingList, openingSheet } from './opening-rows.ts';
import { reserveLine } from './reserve-lines.ts';

/** The desk, once its rows were read, with everything that changed since. */
async function readyDesk(context: EngineContext, withPeople: boolean): Promise<OpenDesk> {
  const desk = requireDesk(context);
  await desk.image.loaded('mission');
  if (withPeople) await desk.image.loaded('candidate');
  desk.image.flush();
  return desk;
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw failure('not-found');
  return value;
}

export function nationHandlers(context: EngineContext) {
  const nation = implement(nationContract);
  return {
    alerts: nation.alerts.handler(async () => alertList(await readyDesk(context, true))),
    alert: nation.alert.handler(async ({ input }) =>
      found(alertSheet(await readyDesk(context, true), input.missionId)),
    ),
    ladder: nation.ladder.handler(async ({ input }) => {
      const desk = await readyDesk(context, true);
      const mission = found(desk.image.missions.rows.get(input.missionId) ?? null);
      return { revision: desk.image.revision, ladder: ladderReader(desk, [mission.id]).lines(mission, true) };
    }),
    openings: nation.openings.handler(async () => openingList(await readyDesk(context, false))),
    opening: nation.opening.handler(async ({ input }) =>
      found(openingSheet(await readyDesk(context, false), input.id)),
    ),
    reserveRequests: nation.reserveRequests.handler(async () => {
      const desk = await readyDesk(context, false);
      const requests = readReserveRequests(desk.store).map((row) => reserveLine(desk, row));
      return { revision: desk.image.revision, requests };
    }),
    balance: nation.balance.handler(async ({ input }) => balanceOf(await readyDesk(context, true), input)),
    weeks: nation.weeks.handler(async ({ input }) => weeksOf(await readyDesk(context, true), input)),
    standing: nation.standing.handler(async ({ input }) => standingOf(await readyDesk(context, true), input.by)),
  };
}
