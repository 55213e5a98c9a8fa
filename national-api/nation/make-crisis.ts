/** Crisis modes of the hit regions, some for all professions and some for a few, and the direct access they grant. DOMAIN §4.2. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import type { Need } from './make-missions.ts';
import type { CellMember, Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';

/** Null: all professions. The wave's regions take these in turn. */
const MODES: readonly (readonly (ProfessionCode | null)[])[] = [
  [null],
  ['infirmier-diplome-etat', 'aide-soignant', 'iade', 'medecin-autres-specialites'],
  ['infirmier-diplome-etat', 'aide-soignant'],
];
/** Grants for each hundred open missions of a region in crisis. */
const GRANTS_PER_HUNDRED = 2;
const REASON = 'Vague épidémique : les renforts sont répartis par l’ARS';

export function makeCrisis(context: NationContext, draft: NationDraft, cells: Cells, needs: readonly Need[]): void {
  const random = context.stream('crisis');
  const { day, plan } = context;

  function switchMode(agency: AgencyCode, profession: ProfessionCode | null, active: boolean, hours: number): void {
    const at = day.hoursAgo(hours);
    const lead = cells.lead(agency);
    const id = `${agency}:${profession ?? '*'}`;
    draft.rows.crisisMode.push({
      id,
      version: active ? 1 : 2,
      agency,
      profession,
      active: active ? 1 : 0,
      reason: active ? REASON : 'Retour à l’accès direct',
      byName: lead.name,
      at,
      updatedAt: at,
    });
    tell(lead, at, 'crisis-mode.switch', 'crisisMode', id, active ? REASON : 'Retour à l’accès direct', { active });
  }

  function tell(
    by: CellMember,
    at: string,
    kind: string,
    subjectKind: 'crisisMode' | 'directAccess',
    subjectId: string,
    reason: string,
    after: Readonly<Record<string, unknown>>,
  ): void {
    draft.decisions.push({
      at,
      actorId: by.id,
      actorName: by.name,
      role: by.role,
      agency: by.agency,
      kind,
      subjectKind,
      subjectId,
      subjectAgency: by.agency,
      reason,
      before: null,
      after,
    });
  }

  for (const [index, agency] of plan.wave.entries()) {
    for (const profession of MODES[index % MODES.length] ?? []) {
      switchMode(agency, profession, true, random.between(3 * 24, 12 * 24));
    }
    grantAccess(agency);
  }
  // One region left crisis mode some days ago: the row stays, switched off.
  const calm: AgencyCode = plan.wave.includes(17) ? 14 : 17;
  switchMode(calm, 'aide-soignant', false, 6 * 24);

  function grantAccess(agency: AgencyCode): void {
    const open = needs.filter(
      ({ fate, row }) => fate === 'live' && row.agency === agency && row.accepted < row.headcount,
    );
    const count = Math.max(2, Math.round((open.length / 100) * GRANTS_PER_HUNDRED));
    for (const [rank, need] of random.shuffle(open).slice(0, count).entries()) {
      const lead = cells.lead(agency);
      const at = day.hoursAgo(random.between(5, 70));
      const revokedAt = rank % 5 === 4 ? day.hoursAgo(random.between(1, 4)) : null;
      const toMission = rank % 2 === 0;
      const id = random.id(Date.parse(at));
      const reason = 'Établissement prioritaire : accès direct aux candidats';
      draft.rows.directAccess.push({
        id,
        version: revokedAt === null ? 1 : 2,
        agency,
        establishmentId: toMission ? null : need.row.establishmentId,
        missionId: toMission ? need.row.id : null,
        untilDate: day.day(random.integer(2, 20)),
        reason,
        byName: lead.name,
        at,
        revokedAt,
        updatedAt: revokedAt ?? at,
      });
      tell(lead, at, 'direct-access.grant', 'directAccess', id, reason, { missionId: toMission ? need.row.id : null });
      if (revokedAt !== null) tell(lead, revokedAt, 'direct-access.revoke', 'directAccess', id, 'Besoin couvert', {});
    }
  }
}
