/** French words for the codes that rows carry; a code that nobody knows shows as it is. */
import { ALERT_STATE_LABELS } from '../../contract/domain/alert.ts';
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';
import { departementName, isDepartementCode } from '../../contract/domain/geography/departement.ts';
import { MISSION_STATE_LABELS } from '../../contract/domain/mission.ts';
import { MOBILISATION_LABELS } from '../../contract/domain/mobilisation.ts';
import { POOL_KINDS, POOL_LABELS } from '../../contract/domain/pool.ts';
import { PRIORITY_LABELS } from '../../contract/domain/priority.ts';
import { PROFESSIONS } from '../../contract/domain/profession.ts';
import { PROPOSAL_ORIGIN_LABELS, PROPOSAL_STATE_LABELS } from '../../contract/domain/proposal.ts';
import {
  EARLY_END_REASON_LABELS,
  LAPSE_REASON_LABELS,
  REFUSAL_REASON_LABELS,
  RELEASE_REASON_LABELS,
} from '../../contract/domain/proposal-reason.ts';
import { isRoleName, ROLE_LABELS } from '../../contract/domain/role.ts';
import { SPECIALTIES } from '../../contract/domain/specialty.ts';

type Cell = string | number | null;
type Words = Readonly<Record<string, string>>;

const PROFESSION_LABELS: Words = Object.fromEntries(PROFESSIONS.map(({ code, label }) => [code, label]));
const SPECIALTY_LABELS: Words = Object.fromEntries(SPECIALTIES.map(({ code, label }) => [code, label]));
const REASON_LABELS: Words = {
  ...REFUSAL_REASON_LABELS,
  ...RELEASE_REASON_LABELS,
  ...EARLY_END_REASON_LABELS,
  ...LAPSE_REASON_LABELS,
};
const FAMILY_LABELS: Words = {
  hospital: 'Hôpital',
  psychiatry: 'Psychiatrie',
  ehpad: 'EHPAD',
  'senior-residence': 'Résidence autonomie',
  'home-care': 'Soins et aide à domicile',
  disability: 'Handicap',
  'primary-care': 'Soins de ville',
  training: 'Formation',
  'vaccination-centre': 'Centre de vaccination',
  other: 'Autre',
};
const VERIFICATION_LABELS: Words = { 'to-verify': 'À VÉRIFIER', verified: 'VÉRIFIÉ' };
const IDENTIFIER_LABELS: Words = { rpps: 'RPPS', adeli: 'ADELI', none: 'Aucun' };
const MAIL_LABELS: Words = {
  waiting: 'Courriel en attente',
  sent: 'Courriel envoyé',
  bounced: 'Courriel non remis',
  cancelled: 'Courriel annulé',
};

const from = (words: Words) => (code: Cell) => (code === null ? '—' : (words[String(code)] ?? String(code)));

export const professionLabel = from(PROFESSION_LABELS);
export const specialtyLabel = from(SPECIALTY_LABELS);
export const familyLabel = from(FAMILY_LABELS);
export const priorityLabel = from(PRIORITY_LABELS);
export const missionStateLabel = from(MISSION_STATE_LABELS);
export const alertLabel = from(ALERT_STATE_LABELS);
export const mobilisationLabel = from(MOBILISATION_LABELS);
export const verificationLabel = from(VERIFICATION_LABELS);
export const identifierKindLabel = from(IDENTIFIER_LABELS);
export const proposalStateLabel = from(PROPOSAL_STATE_LABELS);
export const proposalOriginLabel = from(PROPOSAL_ORIGIN_LABELS);
export const proposalReasonLabel = from(REASON_LABELS);
export const mailStateLabel = from(MAIL_LABELS);

export function agencyLabel(code: Cell): string {
  return isAgencyCode(code) ? agencyOf(code).label : 'Sans ARS';
}

/** @example departementLabel('54') // '54 · Meurthe-et-Moselle' */
export function departementLabel(code: Cell): string {
  return isDepartementCode(code) ? `${code} · ${departementName(code)}` : String(code ?? '—');
}

export function roleLabel(role: string): string {
  return isRoleName(role) ? ROLE_LABELS[role] : role;
}

/** @param mask bit i = POOL_KINDS[i] */
export function poolKindsLabel(mask: Cell): string {
  const kinds = POOL_KINDS.filter((_, bit) => (Number(mask) & (1 << bit)) !== 0);
  return kinds.length === 0 ? '—' : kinds.map((kind) => POOL_LABELS[kind]).join(', ');
}
