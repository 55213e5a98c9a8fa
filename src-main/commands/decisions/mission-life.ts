/** Closing a mission, and opening it again (DOMAIN §2.6; F164). */

import type { ClosingReason } from '../../../contract/domain/mission.ts';
import { CLOSING_REASON_LABELS } from '../../../contract/domain/mission.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { missionsById } from '../../store/queries/decision-rows.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { DeskContext } from '../desk-context.ts';
import type { DecisionMaker, Draft, DraftCommand } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { count, GONE_MISSION, missionLabel } from '../words.ts';

const STATES: Readonly<Record<string, string>> = { open: 'Ouverte', closed: 'Close', archived: 'Archivée' };

function stateWord({ state, closingReason }: MissionViewRow): string {
  const why =
    closingReason === null ? '' : ` (${CLOSING_REASON_LABELS[closingReason as ClosingReason] ?? closingReason})`;
  return `${STATES[state] ?? state}${why}`;
}

function lifeDrafts<K extends 'mission.close' | 'mission.reopen'>(
  { store, person }: DeskContext,
  targets: readonly string[],
  order: {
    readonly kind: K;
    readonly input: DraftCommand<K>['input'];
    readonly after: string;
    readonly refusal: (mission: MissionViewRow) => string | null;
  },
): readonly Draft[] {
  const missions = missionsById(store, targets);
  return targets.map((subjectId): Draft => {
    const mission = missions.get(subjectId);
    if (mission === undefined) return invalid({ subjectId, label: subjectId }, GONE_MISSION);
    const told = { subjectId, label: missionLabel(mission), before: stateWord(mission), after: order.after };
    const { agency, departement } = mission;
    const refusal = rightRefusal(person, 'close-mission', { agency, departement }) ?? order.refusal(mission);
    if (refusal !== null) return invalid(told, refusal);
    const { row, version } = readSeenFact(store.statements, 'life', subjectId);
    return changes(told, {
      kind: order.kind,
      subject: subjectId,
      fact: 'life',
      version,
      input: order.input,
      missionId: subjectId,
      candidateId: null,
      base: { state: row?.['state'] ?? null, closingReason: row?.['closingReason'] ?? null },
    });
  });
}

export const closeMission: DecisionMaker<'close-mission'> = {
  kind: 'close-mission',
  title: ({ closing }) => `Clore : ${CLOSING_REASON_LABELS[closing]}`,
  drafts: (context, { closing, comment }, targets) =>
    lifeDrafts(context, targets, {
      kind: 'mission.close',
      input: { reason: closing, comment },
      after: `Close (${CLOSING_REASON_LABELS[closing]})`,
      refusal: ({ state }) => (state === 'open' ? null : 'Cette mission est déjà close.'),
    }),
  consequences({ store }, _decision, drafts) {
    const missions = [
      ...missionsById(
        store,
        drafts.map(({ subjectId }) => subjectId),
      ).values(),
    ];
    const waiting = missions.reduce((sum, { contacted, proposed }) => sum + contacted + proposed, 0);
    const assigned = missions.reduce((sum, { accepted }) => sum + accepted, 0);
    return [
      ...(waiting === 0
        ? []
        : [
            `${count(waiting, 'proposition ou contact', 'propositions ou contacts')} deviendront caducs : ces personnes seront de nouveau disponibles.`,
          ]),
      ...(assigned === 0
        ? []
        : [`${count(assigned, 'personne affectée reste affectée', 'personnes affectées restent affectées')}.`]),
      ...(missions.length === 0
        ? []
        : [
            `${count(missions.length, 'établissement sera prévenu', 'demandeurs seront prévenus')} par courriel dans 2 minutes.`,
          ]),
    ];
  },
};

export const reopenMission: DecisionMaker<'reopen-mission'> = {
  kind: 'reopen-mission',
  title: () => 'Rouvrir',
  drafts: (context, { reason }, targets) =>
    lifeDrafts(context, targets, {
      kind: 'mission.reopen',
      input: { reason },
      after: 'Ouverte',
      refusal: ({ state, agency, endDate }) => {
        if (state !== 'closed') return "Cette mission n'est pas close : il n'y a rien à rouvrir.";
        const ended = endDate < todayOf(agency, context.clock());
        return ended ? 'Cette mission est terminée : son établissement peut en déposer une autre.' : null;
      },
    }),
  asksReason: (_context, { reason }) => (reason === null ? 'Dites pourquoi la mission est rouverte.' : null),
};
