/** Priority, deferral, note and regulator: the same road, one fact of a mission each (DOMAIN §2.7). */
import type { ClosingReason } from '../../../contract/domain/mission.ts';
import { CLOSING_REASON_LABELS } from '../../../contract/domain/mission.ts';
import type { Right } from '../../../contract/domain/right.ts';
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import type { Fact } from '../../store/outbox/outbox-row.ts';
import { missionsById } from '../../store/queries/decision-rows.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { changes, invalid, unchanged } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { dayOr, GONE_MISSION, missionLabel } from '../words.ts';

type Values = Readonly<Record<string, string | number | null>>;

export interface MissionFactDecision<K extends CommandKind> {
  readonly kind: K;
  readonly fact: Extract<Fact, 'priority' | 'deferral' | 'note' | 'regulator'>;
  readonly right: Right;
  /** The columns of the fact, and what they become; the first says whether anything changes. */
  readonly wanted: Values;
  readonly input: DraftCommand<K>['input'];
  /** Why this mission cannot take it, or null. */
  readonly refusal?: (mission: MissionViewRow) => string | null;
  readonly say: (values: Values) => string;
}

/** @example 'Cette mission est close depuis le 12 nov. 2020, par Alix Exemple (doublon) : rouvrez-la d’abord.' */
function closedRefusal({ state, closedAt, closedByName, closingReason }: MissionViewRow): string | null {
  if (state === 'open') return null;
  if (state === 'archived') return 'Cette mission est archivée : elle ne reçoit plus de décision.';
  const since = closedAt === null ? '' : ` depuis le ${dayOr(closedAt.slice(0, 10), '')}`;
  const by = closedByName === null || closedByName === '' ? '' : `, par ${closedByName}`;
  const label = closingReason === null ? null : CLOSING_REASON_LABELS[closingReason as ClosingReason];
  const why = label === null || label === undefined ? '' : ` (${label.toLowerCase()})`;
  return `Cette mission est close${since}${by}${why} : elle ne reçoit plus de décision.`;
}

function pick(row: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

export function missionFactDrafts<K extends CommandKind>(
  { store, person }: DeskContext,
  decision: MissionFactDecision<K>,
  targets: readonly string[],
): readonly Draft[] {
  const missions = missionsById(store, targets);
  const names = Object.keys(decision.wanted);
  const [first = ''] = names;
  return targets.map((subjectId): Draft => {
    const mission = missions.get(subjectId);
    if (mission === undefined) return invalid({ subjectId, label: subjectId }, GONE_MISSION);
    const label = missionLabel(mission);
    const shown = mission as unknown as Values;
    const told = { subjectId, label, before: decision.say(pick(shown, names)), after: decision.say(decision.wanted) };
    const { agency, departement } = mission;
    const refusal =
      rightRefusal(person, decision.right, { agency, departement }) ??
      closedRefusal(mission) ??
      decision.refusal?.(mission) ??
      null;
    if (refusal !== null) return invalid(told, refusal);
    if (shown[first] === decision.wanted[first] && mission.hasConflict === 0) return unchanged(told);
    const { row, version } = readSeenFact(store.statements, decision.fact, subjectId);
    return changes(told, {
      kind: decision.kind,
      subject: subjectId,
      fact: decision.fact,
      version,
      input: decision.input,
      missionId: subjectId,
      candidateId: null,
      base: pick(row ?? shown, names),
      wanted: decision.wanted,
    });
  });
}
