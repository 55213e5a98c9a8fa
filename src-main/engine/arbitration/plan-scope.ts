/** The missions that a plan is about, as the person may decide on them. */
import type { ArbitrationScope } from '../../../contract/app/arbitration-contract.ts';
import type { AlertState } from '../../../contract/domain/alert.ts';
import { alertShows } from '../../../contract/domain/alert.ts';
import type { Priority } from '../../../contract/domain/priority.ts';
import type { RoleName } from '../../../contract/domain/role.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { Decider } from '../../commands/desk-context.ts';
import { rightRefusal } from '../../commands/rights.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { EngineSession } from '../engine-control.ts';
import type { DeskImage } from '../tables/desk-image.ts';

export interface MissionInScope {
  readonly row: MissionViewRow;
  /** Posts asked, less accepted: 1 at least. */
  readonly remaining: number;
}

const matches = <Value>(asked: readonly Value[], value: Value): boolean => asked.length === 0 || asked.includes(value);

/** The roles that reach the whole nation by their own decision. */
export const isNationalDesk = (role: string): boolean => role === 'ccs-desk' || role === 'ccs-lead';

export const deciderOf = ({ id, role, agency, departements }: EngineSession['person']): Decider => ({
  personId: id,
  role: role as RoleName,
  agency,
  departements,
});

/**
 * Open missions with a post left, on which the person may propose, in the order of their ids. Those put off to a later
 * day are left out unless they were chosen by hand.
 *
 * @param chosen ids chosen by hand, or null
 */
export function missionsInScope(
  { missions, now }: Pick<DeskImage, 'missions' | 'now'>,
  scope: Omit<ArbitrationScope, 'missions'>,
  chosen: readonly string[] | null,
  person: EngineSession['person'],
): readonly MissionInScope[] {
  const decider = deciderOf(person);
  const ids = chosen ?? missions.rows.keys();
  const found: MissionInScope[] = [];
  for (const id of new Set(ids)) {
    const row = missions.rows.get(id);
    const slot = missions.image.slotOf(id);
    if (row === undefined || slot === undefined) continue;
    const remaining = Number(missions.image.column('remaining').read(slot) ?? 0);
    if (remaining <= 0 || !asksFor(row, scope)) continue;
    if (chosen === null && (row.deferredUntil ?? '') > todayOf(row.agency, now)) continue;
    const { agency, departement } = row;
    if (rightRefusal(decider, 'propose-candidate', { agency, departement }) !== null) continue;
    found.push({ row, remaining });
  }
  return found.sort((left, right) => (left.row.id < right.row.id ? -1 : 1));
}

function asksFor(row: MissionViewRow, scope: Omit<ArbitrationScope, 'missions'>): boolean {
  return (
    matches(scope.agencies, row.agency ?? 0) &&
    matches(scope.professions, row.profession) &&
    matches(scope.priorities, row.priority as Priority) &&
    (!scope.alertedOnly || alertShows(row.alert as AlertState | null))
  );
}
