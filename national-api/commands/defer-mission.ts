/** "À différer jusqu'au…": the mission leaves the day's queue until then; no date takes the deferral back (DOMAIN §2.7). */
import { formatCivilDate, isCivilDate } from '../../contract/domain/civil-date.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { decideMissionFact } from './decide-mission-fact.ts';

function requireComingDay(until: string, mission: Stored<'mission'>, today: string): void {
  if (isCivilDate(until) && until > today && until <= mission.endDate) return;
  const latest = formatCivilDate(mission.endDate);
  throw new CommandRefusal('date-out-of-range', `Différez à un jour à venir, au plus tard le ${latest}.`);
}

export const deferMission: CommandHandler<'mission.defer'> = {
  kind: 'mission.defer',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { until, reason } = context.command.input;
    await decideMissionFact(context, {
      fact: 'deferral',
      right: 'defer-mission',
      reason,
      values: (mission) => {
        if (until !== null) requireComingDay(until, mission, todayOf(mission.agency, context.work.now));
        return { deferredUntil: until, deferralReason: until === null ? null : reason };
      },
    });
  },
};
