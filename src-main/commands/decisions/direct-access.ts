/** Direct access inside crisis mode for a named establishment or mission, given until a date or taken back (DOMAIN §4.2; F8). */
import { formatCivilDate, isCivilDate } from '../../../contract/domain/civil-date.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { missionsById, readEstablishmentName, readGrant } from '../../store/queries/decision-rows.ts';
import type { Store } from '../../store/store.ts';
import type { DecisionMaker } from '../draft.ts';
import { changes, invalid, unchanged } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { missionLabel } from '../words.ts';

/** The target's name, or null when it is not on this workstation. */
function targetLabel(store: Store, establishmentId: string | null, missionId: string | null): string | null {
  if (establishmentId !== null) return readEstablishmentName(store, establishmentId);
  const mission = missionId === null ? undefined : missionsById(store, [missionId]).get(missionId);
  return mission === undefined ? null : missionLabel(mission);
}

export const grantDirectAccess: DecisionMaker<'grant-direct-access'> = {
  kind: 'grant-direct-access',
  title: ({ until }) => `Accès direct jusqu'au ${formatCivilDate(until)}`,
  drafts({ store, person, clock, makeId }, { agency, establishmentId, missionId, until, reason }) {
    const label = targetLabel(store, establishmentId, missionId);
    const subjectId = establishmentId ?? missionId ?? '';
    const told = {
      subjectId,
      label: label ?? subjectId,
      before: '',
      after: `Accès direct jusqu'au ${formatCivilDate(until)}`,
    };
    const refusal = rightRefusal(person, 'grant-direct-access', { agency });
    if (refusal !== null) return [invalid(told, refusal)];
    if ((establishmentId === null) === (missionId === null)) {
      return [invalid(told, 'Désignez un établissement ou une mission, et un seul des deux.')];
    }
    if (label === null) return [invalid(told, "Cet établissement ou cette mission n'est pas, ou plus, sur ce poste.")];
    if (!isCivilDate(until) || until < todayOf(agency, clock())) {
      return [invalid(told, "L'accès doit aller jusqu'à une date à venir.")];
    }
    return [
      changes(told, {
        ...{ kind: 'direct-access.grant', subject: makeId(), fact: 'grant', version: 0 },
        input: { agency, establishmentId, missionId, until, reason },
        missionId: null,
        candidateId: null,
        base: { revokedAt: null },
      }),
    ];
  },
};

export const revokeDirectAccess: DecisionMaker<'revoke-direct-access'> = {
  kind: 'revoke-direct-access',
  title: () => "Retirer l'accès direct",
  drafts({ store, person }, { grantId, reason }) {
    const grant = readGrant(store, grantId);
    if (grant === null) {
      return [invalid({ subjectId: grantId, label: grantId }, "Cet accès direct n'est pas, ou plus, sur ce poste.")];
    }
    const label = targetLabel(store, grant.establishmentId, grant.missionId) ?? grantId;
    const told = {
      subjectId: grantId,
      label,
      before: `Accès direct jusqu'au ${formatCivilDate(grant.untilDate)}`,
      after: 'Retiré',
    };
    const refusal = rightRefusal(person, 'grant-direct-access', { agency: grant.agency });
    if (refusal !== null) return [invalid(told, refusal)];
    if (grant.revokedAt !== null) return [unchanged(told)];
    const { row, version } = readSeenFact(store.statements, 'grant', grantId);
    return [
      changes(told, {
        ...{ kind: 'direct-access.revoke', subject: grantId, fact: 'grant', version, input: { reason } },
        missionId: null,
        candidateId: null,
        base: { revokedAt: row?.['revokedAt'] ?? null },
      }),
    ];
  },
};
