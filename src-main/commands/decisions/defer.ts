/** "À différer jusqu'au…": the mission leaves the day's queue until then (DOMAIN §2.7). */
import { formatCivilDate, isCivilDate } from '../../../contract/domain/civil-date.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { DecisionMaker } from '../draft.ts';
import { dayOr } from '../words.ts';
import { missionFactDrafts } from './mission-fact.ts';

export const defer: DecisionMaker<'defer'> = {
  kind: 'defer',
  title: ({ until }) => (until === null ? 'Ne plus différer' : `Différer au ${formatCivilDate(until)}`),
  drafts: (context, { until, reason }, targets) =>
    missionFactDrafts(
      context,
      {
        kind: 'mission.defer',
        fact: 'deferral',
        right: 'defer-mission',
        wanted: { deferredUntil: until, deferralReason: until === null ? null : reason },
        input: { until, reason },
        say: (values) => dayOr(values['deferredUntil'] as string | null, 'Non différée'),
        refusal: ({ agency, endDate }) => {
          if (until === null) return null;
          const good = isCivilDate(until) && until > todayOf(agency, context.clock()) && until <= endDate;
          return good ? null : `Différez à un jour à venir, au plus tard le ${formatCivilDate(endDate)}.`;
        },
      },
      targets,
    ),
};
