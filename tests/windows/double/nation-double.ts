/** The national desk over invented rows: alerts, ladder, openings, balance. */
import { implement } from '@orpc/server';
import type { LadderLine } from '../../../contract/app/nation-contract.ts';
import { nationContract } from '../../../contract/app/nation-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import type { DeskScenario } from './desk-scenario.ts';
import { createDraw } from './draw.ts';
import { TODAY } from './invent-missions.ts';
import { inventOpeningSheet, inventOpenings } from './invent-openings.ts';
import { PROFESSIONS } from './places.ts';

interface NationParts {
  readonly missions: ReadonlyMap<string, TableRow>;
  readonly revision: () => number;
  readonly fail: () => void;
  readonly found: <Value>(value: Value | null | undefined) => Value;
}

const STATES = ['raised', 'raised', 'taken', 'answered', 'declined', 'lifted'] as const;
const AGENCIES = [6, 6, 4, 16, 10, 15, 18, 11] as const;
const at = (days: number, hour: string) => `${addDays(TODAY, -days)}T${hour}:00.000Z`;

const step = (name: string, label: string, patch: Partial<LadderLine>): LadderLine => ({
  ...{ step: name, label, firstAt: null, lastAt: null, people: 0, accepted: 0, waiting: 0, left: 0 },
  ...{ isNext: false, throughNationalDesk: false },
  ...patch,
});

const LADDER: readonly LadderLine[] = [
  step('professionals-of-territory', 'Professionnels de la direction territoriale', {
    ...{ firstAt: at(4, '09:00'), lastAt: at(2, '16:00'), people: 5, accepted: 1, waiting: 1 },
  }),
  step('region', 'Toute la région', { firstAt: at(2, '10:00'), lastAt: at(2, '10:00'), people: 3, left: 2 }),
  step('other-regions', 'Autres régions, par le CCS', { left: 41, isNext: true, throughNationalDesk: true }),
  step('reserve-sanitaire', 'Réserve sanitaire, sur demande au CCS', { left: null, throughNationalDesk: true }),
];

function alertRow(mission: TableRow, index: number, national: boolean): TableRow {
  const state = STATES[index % STATES.length] ?? 'raised';
  const agency = national ? (AGENCIES[index % AGENCIES.length] ?? 6) : 6;
  return {
    ...mission,
    state,
    agency,
    ageHours: 3 + index * 7.5,
    message:
      index % 2 === 0
        ? 'Plus aucun infirmier joignable dans le département, nuit de samedi non couverte.'
        : 'Deux arrêts hier.',
    triedSteps: index % 3,
    nextStep: index % 3 === 2 ? null : 'Autres régions, par le CCS',
    awaits: state === 'declined' || state === 'lifted' ? null : index % 3 === 1 ? 'agency' : 'ccs',
    messages: 1 + (index % 4),
    raisedByName: 'Régulatrice Fictive',
    takenByName: state === 'raised' ? null : 'Bureau national Fictif',
    raisedAt: at(1, '08:00'),
    lastAt: at(0, '07:30'),
    hasOpenIntent: index === 1 ? 1 : 0,
    hasConflict: 0,
  };
}

const REQUEST = {
  ...{ id: 'r-1', missionId: 'm-0', label: 'Médecin généraliste · Centre hospitalier fictif (57)', headcount: 2 },
  ...{ state: 'sent' as const, message: 'Deux médecins pour dix jours', byName: 'Bureau national Fictif' },
  ...{ at: at(1, '17:00'), hasOpenIntent: false },
};

function balance(by: 'agency' | 'departement', full: boolean) {
  const draw = createDraw(11);
  const places =
    by === 'agency'
      ? Array.from({ length: 18 }, (_, index) => index + 1)
      : ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88'];
  if (!full) return [];
  return places.flatMap((place) =>
    PROFESSIONS.filter(() => draw.chance(0.86)).map((profession) => {
      const posts = draw.chance(0.2) ? 0 : draw.below(60);
      const free = draw.below(by === 'agency' ? 90 : 24);
      const tension = Math.round((posts / (free + 1)) * 100) / 100;
      return { place, profession, missions: Math.ceil(posts / 2), posts, free, engaged: draw.below(9), tension };
    }),
  );
}

export function createNationDouble(scenario: DeskScenario, { missions, revision, fail, found }: NationParts) {
  const nation = implement(nationContract);
  const isNational = (scenario.sync.person?.agency ?? null) === null;
  const alerted = [...missions.values()]
    .filter((row) => row['missionState'] === 'open')
    .slice(0, scenario.full ? 26 : 0);
  const rows = alerted.map((row, index) => alertRow(row, index, isNational));
  const openings = scenario.full ? inventOpenings(isNational) : [];
  return {
    alerts: nation.alerts.handler(() => {
      fail();
      return { revision: revision(), complete: scenario.complete, rows };
    }),
    alert: nation.alert.handler(({ input }) => ({
      revision: revision(),
      alert: rows.find((row) => row['id'] === input.missionId) ?? null,
      thread: [
        {
          author: 'Régulatrice Fictive',
          side: 'agency' as const,
          at: at(1, '08:00'),
          text: 'Plus aucun infirmier joignable, nuit de samedi non couverte.',
          state: 'confirmed' as const,
        },
        {
          author: 'Bureau national Fictif',
          side: 'ccs' as const,
          at: at(1, '09:10'),
          text: 'Pris. Nous regardons la Bretagne et les Pays de la Loire.',
          state: 'confirmed' as const,
        },
        {
          author: 'Régulatrice Fictive',
          side: 'agency' as const,
          at: at(0, '07:30'),
          text: 'Merci. La nuit de dimanche manque aussi.',
          state: 'pending' as const,
        },
      ],
      ladder: [...LADDER],
      requests: [REQUEST],
      openings: [
        { id: 'o-0', label: 'Bretagne → Grand-Est · Infirmier diplômé d’État', state: 'active', used: 3, ceiling: 10 },
      ],
      history: [],
    })),
    ladder: nation.ladder.handler(() => ({ revision: revision(), ladder: [...LADDER] })),
    openings: nation.openings.handler(() => {
      fail();
      return { revision: revision(), complete: scenario.complete, rows: openings };
    }),
    opening: nation.opening.handler(({ input }) =>
      inventOpeningSheet(found(openings.find(({ id }) => id === input.id)), revision()),
    ),
    reserveRequests: nation.reserveRequests.handler(() => ({
      revision: revision(),
      requests: scenario.full ? [REQUEST] : [],
    })),
    balance: nation.balance.handler(({ input }) => {
      fail();
      return {
        revision: revision(),
        complete: scenario.complete,
        today: TODAY,
        by: input.by,
        cells: balance(input.by, scenario.full),
      };
    }),
    weeks: nation.weeks.handler(({ input }) => {
      const draw = createDraw(5);
      const weeks = Array.from({ length: input.weeks }, (_, week) => ({
        from: addDays(input.from, 7 * week),
        until: addDays(input.from, 7 * week + 6),
        missions: 420 - week * 22,
        posts: 900 - week * 60 + draw.below(50),
        free: 1_350 - week * 35 - draw.below(90),
      }));
      return { revision: revision(), weeks };
    }),
    standing: nation.standing.handler(({ input }) => ({
      revision: revision(),
      day: TODAY,
      since: scenario.full ? addDays(TODAY, -1) : null,
      posts: 912,
      free: 1_344,
      postsBefore: scenario.full ? 871 : null,
      freeBefore: scenario.full ? 1_402 : null,
      moves: !scenario.full
        ? []
        : PROFESSIONS.slice(0, 6).map((profession, index) => ({
            place: input.by === 'agency' ? (AGENCIES[index] ?? 6) : '57',
            profession,
            posts: 40 - index,
            postsBefore: 22 + index * 5,
            free: 12 + index,
            freeBefore: 20 - index,
          })),
    })),
  };
}
