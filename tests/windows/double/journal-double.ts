/** A journal of invented decisions: sealed lines, and acts that wait; whole, offline, or with a link that does not hold. */
import { implement } from '@orpc/server';
import { deskContract } from '../../../contract/app/desk-contract.ts';
import type { JournalReach, JournalState } from '../../../contract/app/journal-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { DeskScenario } from './desk-scenario.ts';
import { createDraw } from './draw.ts';
import { facetOf, pageOf } from './query-rows.ts';

const LINES = 640;
const NEWEST = Date.parse('2021-03-15T07:42:00.000Z');
const MINUTES = 60_000;

const DECISIONS: readonly (readonly [string, string, string, string])[] = [
  ['Priorité', 'mission', 'Priorité : Sans priorité → P1 · vitale', 'Service de réanimation fermé sous 48 h'],
  ['Proposition', 'proposal', 'État : OUVERTE', ''],
  ['Report', 'mission', 'Report : rien → 2 avr. 2021', 'Renfort local trouvé'],
  ['Vérification des pièces', 'candidate', 'Vérification : à vérifier → vérifié', ''],
  ['Candidat accepté', 'proposal', 'État : CONTACTÉE → ACCEPTÉE', ''],
  ['Mission close', 'mission', 'État : Ouverte → Clôturée', 'Couvert ailleurs'],
];

function inventRows(): TableRow[] {
  const draw = createDraw(23);
  return Array.from({ length: LINES }, (_, index) => {
    const [title = '', subjectKind = '', change = '', reason = ''] = DECISIONS[draw.below(DECISIONS.length)] ?? [];
    const number = 48_210 - index;
    const waits = index < 3;
    const at = new Date(NEWEST - index * 37 * MINUTES).toISOString();
    const bySystem = !waits && draw.below(9) === 0;
    return {
      id: waits ? `c:k-${index}` : `n:${number}`,
      number: waits ? null : number,
      at,
      day: at.slice(0, 10),
      decidedAt: bySystem ? null : at,
      title,
      subjectKind,
      subjectLabel: `Aide-soignant · EHPAD fictif des Tilleuls ${index} (54)`,
      change,
      reason: reason === '' ? null : reason,
      actorName: bySystem ? 'Service national' : draw.one(['Régulatrice Fictive', 'Régulateur Inventé']),
      role: bySystem ? 'system' : 'ars-regulator',
      agency: bySystem ? null : 6,
      origin: bySystem ? 'system' : draw.one(['single', 'bulk', 'suggestion', 'offline']),
      state: waits ? (index === 2 ? 'refused' : 'pending') : 'sealed',
      confirmedAt: waits ? null : at,
      proof: waits ? null : draw.below(40) === 0 ? 'erased' : 'proved',
      missionId: 'm-1',
      candidateId: subjectKind === 'mission' ? null : 'c-1',
      commandId: bySystem ? null : `0191-0000-${index}`,
      batchId: null,
    };
  });
}

/** By the mission asked for, so that a test chooses without another field of every scenario. */
export const JOURNAL_SCENES = { broken: 'broken-chain', offline: 'offline', absent: 'no-journal' } as const;

function stateOf(scenario: DeskScenario, { missionId }: JournalReach): Omit<JournalState, 'revision'> {
  const { sync } = scenario;
  const isReview = sync.connection === 'review';
  const isOffline = sync.connection === 'offline' || missionId === JOURNAL_SCENES.offline;
  const isAbsent = missionId === JOURNAL_SCENES.absent;
  const message = isAbsent
    ? 'Cet instantané ne contient pas de journal : il n’a pas été demandé à l’export.'
    : isOffline
      ? 'Le service national n’est pas joignable.'
      : null;
  const broken = { number: 47_903, message: 'Cette ligne a été modifiée : son empreinte n’est pas la sienne.' };
  return {
    scope: isReview ? null : 'own-region',
    source: isAbsent ? 'absent' : isReview ? 'review' : isOffline ? 'offline' : 'service',
    message,
    held: isAbsent ? 0 : LINES - 3,
    truncated: false,
    readAt: isReview ? null : '2021-03-15T08:02:00.000Z',
    waiting: isReview ? 0 : 2,
    chain: isAbsent
      ? { checkedAt: null, first: null, last: null, lines: 0, erased: 0, gaps: 0, whole: false, broken: null }
      : {
          ...{
            checkedAt: '2021-03-15T13:02:00.000Z',
            first: 47_571,
            last: 48_207,
            lines: LINES - 3,
            erased: 9,
            gaps: 14,
          },
          ...{ whole: false, broken: missionId === JOURNAL_SCENES.broken ? broken : null },
        },
  };
}

export function createJournalDouble(
  scenario: DeskScenario,
  ground: {
    readonly revision: () => number;
    reading<Value>(read: () => Value): Promise<Value>;
    readonly missing: () => Error;
  },
) {
  const { journal } = implement(deskContract).$context<Record<never, never>>();
  const rows = inventRows();
  const inReach = ({ from, until, missionId }: JournalReach): TableRow[] =>
    missionId === JOURNAL_SCENES.absent || !scenario.full
      ? []
      : rows.filter(({ day }) => (from === null || String(day) >= from) && (until === null || String(day) <= until));
  return {
    page: journal.page.handler(({ input: { reach, query } }) =>
      ground.reading(() => pageOf(inReach(reach), query, ground.revision())),
    ),
    facet: journal.facet.handler(({ input: { reach, column, filters, search } }) =>
      facetOf(inReach(reach), column, { filters, search }, ground.revision()),
    ),
    state: journal.state.handler(({ input: { reach } }) =>
      ground.reading(() => ({ revision: ground.revision(), ...stateOf(scenario, reach) })),
    ),
    sheet: journal.sheet.handler(({ input: { id } }) => {
      const row = rows.find((one) => one['id'] === id);
      if (row === undefined) throw ground.missing();
      const isSealed = row['number'] !== null;
      return {
        row,
        fields: [
          { label: 'Priorité', before: 'Sans priorité', after: 'P1 · vitale' },
          { label: 'Note', before: null, after: 'Appel du cadre de nuit' },
        ],
        hash: isSealed ? 'a3f5'.repeat(16) : null,
        previousHash: isSealed ? '9c11'.repeat(16) : null,
        message: row['state'] === 'refused' ? 'Quelqu’un a décidé entre-temps.' : null,
      };
    }),
    again: journal.again.handler(() => undefined),
  };
}
