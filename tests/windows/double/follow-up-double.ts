/** People whose mission ends, or who are back from one, among the invented volunteers. */
import { implement } from '@orpc/server';
import { followUpContract } from '../../../contract/app/follow-up-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import type { DeskScenario } from './desk-scenario.ts';
import { TODAY } from './invent-missions.ts';

interface FollowUpParts {
  readonly people: () => readonly TableRow[];
  readonly revision: () => number;
  readonly reading: <Value>(read: () => Value) => Promise<Value>;
}

function returnRow(person: TableRow, index: number, days: number): TableRow {
  const away = (index % (2 * days + 1)) - days;
  const isBack = away < 0;
  return {
    ...{
      id: person['id'] ?? null,
      situation: isBack ? 'returned' : 'ending',
      days: away,
      endDate: addDays(TODAY, away),
    },
    ...{ lastName: person['lastName'] ?? null, firstName: person['firstName'] ?? null },
    ...{ profession: person['profession'] ?? null, departement: person['departement'] ?? null },
    establishmentName: `EHPAD de démonstration – ${index % 2 === 0 ? 'Les Tilleuls' : 'La Clairière'}`,
    ended: isBack ? (index % 5 === 0 ? 'ended-early' : 'ended') : 'accepted',
    status: isBack ? (index % 3 === 0 ? 'INDISPONIBLE' : 'DISPONIBLE') : 'AFFECTÉ',
    ...{ availableUntil: index % 4 === 0 ? null : addDays(TODAY, 40 + index), verification: 'verified' },
    ...{ hasOpenIntent: index === 1 ? 1 : 0, hasConflict: 0 },
  };
}

export function createFollowUpDouble(scenario: DeskScenario, { people, revision, reading }: FollowUpParts) {
  const { returns } = implement(followUpContract);
  return {
    returns: returns.handler(({ input: { days } }) =>
      reading(() => ({
        ...{ revision: revision(), complete: scenario.complete, today: TODAY },
        rows: scenario.full
          ? people()
              .slice(0, 24)
              .map((person, index) => returnRow(person, index, days))
          : [],
      })),
    ),
  };
}
