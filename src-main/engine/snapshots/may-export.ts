/** Who may take what out (DOMAIN §9): judged here too, whatever the window believed. */
import { scopeOf } from '../../../contract/domain/right.ts';
import { isRoleName } from '../../../contract/domain/role.ts';
import type { SnapshotRequest } from '../../snapshots/format/manifest.ts';

export interface Exporter {
  readonly id: string;
  readonly role: string;
  readonly agency: number | null;
}

/**
 * Why this person may not, in French; null when they may.
 *
 * @param staysHere nothing leaves: it is compared with another and thrown away, so names ask no more than a region
 */
export function exportRefusal(
  person: Exporter | null,
  { author, nominative, scope }: SnapshotRequest,
  staysHere: boolean,
): string | null {
  if (person === null || person.id !== author.id)
    return staysHere ? 'Connectez-vous pour comparer avec le présent.' : 'Connectez-vous pour exporter.';
  const right = nominative && !staysHere ? 'export-nominative' : 'export-pseudonymised';
  if (!isRoleName(person.role) || scopeOf(right, person.role) === null)
    return staysHere
      ? 'Votre habilitation ne permet pas de comparer avec le présent.'
      : 'Votre habilitation ne permet pas cet export.';
  if (person.agency !== null && scope.agency !== person.agency)
    return staysHere
      ? 'Cet instantané est d’un autre territoire que le vôtre : il se compare avec un autre instantané, pas avec le présent.'
      : 'Vous n’exportez que votre région.';
  return null;
}
