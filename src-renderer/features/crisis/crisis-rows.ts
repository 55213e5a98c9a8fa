/** Crisis mode per agency and profession as rows of a table, and who may switch it. Pure. */
import type { z } from 'zod';
import type { crisisLineSchema } from '../../../contract/app/sheets.ts';
import type { SyncState } from '../../../contract/app/sync-state.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { scopeOf } from '../../../contract/domain/right.ts';
import { isRoleName } from '../../../contract/domain/role.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { professionLabel } from '../../text/labels.ts';

export type CrisisLine = z.infer<typeof crisisLineSchema>;

/** The identifier that the nation gives it. @example crisisId({ agency: 6, profession: null }) // '6:*' */
export function crisisId({ agency, profession }: Pick<CrisisLine, 'agency' | 'profession'>): string {
  return `${agency}:${profession ?? '*'}`;
}

/** Lines chosen in the table, by the identifiers of their rows. */
export function chosenLines(lines: readonly CrisisLine[], ids: ReadonlySet<string>): readonly CrisisLine[] {
  return lines.filter((line) => ids.has(crisisId(line)));
}

export function professionWords(profession: string | null): string {
  return profession === null ? FR.crisis.all : professionLabel(profession);
}

/** Is the line in crisis through the switch of its whole agency, whatever its own says? (F101, F102) */
export function isInherited(line: CrisisLine, lines: readonly CrisisLine[]): boolean {
  return (
    line.profession !== null && lines.some((one) => one.agency === line.agency && one.profession === null && one.active)
  );
}

export function crisisRow(line: CrisisLine, lines: readonly CrisisLine[]): TableRow {
  const inherited = isInherited(line, lines);
  return {
    id: crisisId(line),
    agency: line.agency,
    // Sorted by its words; "all professions" comes first of its agency.
    profession: line.profession === null ? '' : professionLabel(line.profession),
    state: line.active ? 'on' : inherited ? 'inherited' : 'off',
    missions: line.missions,
    candidates: line.candidates,
    contactedNow: line.contactedNow,
    proposedNow: line.proposedNow,
    byName: line.byName,
    at: line.at,
    reason: line.reason,
    hasOpenIntent: line.hasOpenIntent ? 1 : 0,
  };
}

/** Why this person may not switch this agency, in French, or null; the service remains the referee (DOMAIN §9). */
export function crisisRefusal(person: SyncState['person'], agency: number): string | null {
  const scope = person === null || !isRoleName(person.role) ? null : scopeOf('switch-crisis-mode', person.role);
  if (person === null || scope === null) return FR_WINDOWS.crisis.noRight;
  return scope === 'own-region' && person.agency !== agency ? FR_WINDOWS.crisis.otherAgency : null;
}
