/** Who may take what out (DOMAIN §9): judged here too, whatever the window believed. */
import { scopeOf } from '../../../contract/domain/right.ts';
import { isRoleName } from '../../../contract/domain/role.ts';
import type { SnapshotRequest } from '../../snapshots/format/manifest.ts';

export interface Exporter {
  readonly id: string;
  readonly role: string;
  readonly agency: number | null;
}

/** Why this person may not, in French; null when they may. */
export function exportRefusal(person: Exporter | null, { author, nominative, scope }: SnapshotRequest): string | null {
  if (person === null || person.id !== author.id) return 'Connectez-vous pour exporter.';
  const right = nominative ? 'export-nominative' : 'export-pseudonymised';
  if (!isRoleName(person.role) || scopeOf(right, person.role) === null)
    return 'Votre habilitation ne permet pas cet export.';
  if (person.agency !== null && scope.agency !== person.agency) return 'Vous n’exportez que votre région.';
  return null;
}
