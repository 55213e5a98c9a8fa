/** Before and after of a decision, field by field, in French. What no field of the list tells is not shown: no raw code, no identifier. */
import { ALERT_STATE_LABELS } from '../../../contract/domain/alert.ts';
import { formatCivilDate, isCivilDate } from '../../../contract/domain/civil-date.ts';
import { agencyOf, isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import { CLOSING_REASON_LABELS, MISSION_STATE_LABELS } from '../../../contract/domain/mission.ts';
import { MOBILISATION_LABELS } from '../../../contract/domain/mobilisation.ts';
import { OPENING_STATE_LABELS } from '../../../contract/domain/opening.ts';
import { PRIORITY_LABELS } from '../../../contract/domain/priority.ts';
import { PROPOSAL_STATE_LABELS } from '../../../contract/domain/proposal.ts';
import {
  EARLY_END_REASON_LABELS,
  LAPSE_REASON_LABELS,
  REFUSAL_REASON_LABELS,
  RELEASE_REASON_LABELS,
} from '../../../contract/domain/proposal-reason.ts';
import { isRoleName, ROLE_LABELS } from '../../../contract/domain/role.ts';
import { professionWord } from '../../commands/words.ts';

export type Words = Readonly<Record<string, unknown>> | null;
export interface ChangedField {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Dictionary = Readonly<Record<string, string>>;
type Told = (value: unknown) => string;

const NOTHING = 'rien';
const text: Told = (value) => String(value);
const flag: Told = (value) => (value === true || value === 1 ? 'oui' : 'non');
const among =
  (words: Dictionary): Told =>
  (value) =>
    words[String(value)] ?? String(value);
const day: Told = (value) =>
  typeof value === 'string' && isCivilDate(value) ? formatCivilDate(value) : String(value).slice(0, 10);
const instant: Told = (value) => {
  const [date = '', hour = ''] = String(value).split('T');
  return isCivilDate(date)
    ? `${formatCivilDate(date)}, ${hour.slice(0, 5).replace(':', ' h ')} (temps universel)`
    : '—';
};
const agency: Told = (value) => (isAgencyCode(value) ? agencyOf(value).label : 'nation');
const role: Told = (value) => (typeof value === 'string' && isRoleName(value) ? ROLE_LABELS[value] : String(value));
const list =
  (one: Told): Told =>
  (value) => {
    const values = Array.isArray(value) ? value : readList(value);
    return values.length === 0 ? NOTHING : values.map(one).join(', ');
  };

function readList(value: unknown): readonly unknown[] {
  if (typeof value !== 'string' || !value.startsWith('[')) return [value];
  const read: unknown = JSON.parse(value);
  return Array.isArray(read) ? read : [value];
}

/** Words of states that only their subject tells apart. */
const STATES: Readonly<Record<string, Dictionary>> = {
  mission: { ...MISSION_STATE_LABELS, open: 'Ouverte', closed: 'Clôturée', archived: 'Archivée' },
  alert: ALERT_STATE_LABELS,
  proposal: PROPOSAL_STATE_LABELS,
  opening: OPENING_STATE_LABELS,
  reserveRequest: { sent: 'Envoyée', granted: 'Accordée', declined: 'Refusée', refused: 'Refusée' },
  accountRequest: {
    ...{ submitted: 'Déposée', validated: 'Validée', refused: 'Refusée', duplicate: 'Doublon' },
    ...{ attached: 'Rattachée', dropped: 'Écartée', active: 'Activée', activated: 'Activée' },
  },
};
const VERIFICATIONS = { 'to-verify': 'à vérifier', verified: 'vérifié' };
const AVAILABILITIES = { available: 'disponible', unavailable: 'indisponible' };
const REASON_WORDS: Dictionary = {
  ...CLOSING_REASON_LABELS,
  ...REFUSAL_REASON_LABELS,
  ...RELEASE_REASON_LABELS,
  ...EARLY_END_REASON_LABELS,
  ...LAPSE_REASON_LABELS,
};

const FIELDS: Readonly<Record<string, readonly [string, Told]>> = {
  priority: ['Priorité', among(PRIORITY_LABELS)],
  deferredUntil: ['Report', day],
  note: ['Note', text],
  regulatorName: ['Régulateur', text],
  closingReason: ['Motif de clôture', among(CLOSING_REASON_LABELS)],
  headcount: ['Nombre demandé', text],
  profession: ['Profession', (value) => professionWord(String(value))],
  professions: ['Professions', list((code) => professionWord(String(code)))],
  startDate: ['Début', day],
  endDate: ['Fin', day],
  ehpad: ['EHPAD', flag],
  intensiveCare: ['Réanimation', flag],
  vehicle: ['Véhicule', flag],
  weekend: ['Week-end', flag],
  weekdays: ['Semaine', flag],
  vaccinationHelp: ['Aide à la vaccination', flag],
  active: ['Gestion de crise', flag],
  recallContacts: ['Contacts rappelés', flag],
  ceiling: ['Plafond', text],
  used: ['Personnes proposées', text],
  assigned: ['Personnes affectées', text],
  fromDate: ['À partir du', day],
  untilDate: ['Jusqu’au', day],
  agreements: ['Accords', list(agency)],
  objection: ['Objection', text],
  overruled: ['Objection écartée', text],
  lender: ['Région prêteuse', agency],
  receiverAgency: ['Région qui reçoit', agency],
  mobilisation: ['Mobilisation', among(MOBILISATION_LABELS)],
  mobilisations: ['Mobilisation', list(among(MOBILISATION_LABELS))],
  verification: ['Vérification', among(VERIFICATIONS)],
  availability: ['Disponibilité', among(AVAILABILITIES)],
  contactedByName: ['Contacté par', text],
  decidedByName: ['Décidé par', text],
  remindedAt: ['Relance', instant],
  revokedAt: ['Retrait', instant],
  message: ['Message', text],
  role: ['Rôle', role],
  agency: ['ARS', agency],
  departements: ['Départements', list(text)],
  validUntil: ['Valable jusqu’au', day],
  number: ['Numéro', text],
};

/** Those of a value that a regulator would tell first, at most so many in a cell. */
const MOST_IN_CELL = 3;

function toldBy(name: string, subjectKind: string): readonly [string, Told] | undefined {
  if (name !== 'state') return Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  return ['État', among(STATES[subjectKind] ?? {})];
}

const said = (told: Told, value: unknown): string | null =>
  value === undefined ? null : value === null || value === '' ? NOTHING : told(value);

/** @example changedFields('mission', { priority: 'none' }, { priority: 'P1' })[0]?.after // 'P1 · vitale' */
export function changedFields(subjectKind: string, before: Words, after: Words): readonly ChangedField[] {
  const names = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...names].flatMap((name) => {
    const told = toldBy(name, subjectKind);
    if (told === undefined) return [];
    const [label, words] = told;
    return [{ label, before: said(words, before?.[name]), after: said(words, after?.[name]) }];
  });
}

/** One line for a cell of the table; null when there is nothing that a person would read. */
export function changeWords(fields: readonly ChangedField[]): string | null {
  const shown = fields.filter(({ before, after }) => before !== after).slice(0, MOST_IN_CELL);
  if (shown.length === 0) return null;
  return shown
    .map(({ label, before, after }) =>
      before === null ? `${label} : ${after ?? NOTHING}` : `${label} : ${before} → ${after ?? NOTHING}`,
    )
    .join(' · ');
}

/** A reason is a code of a closed list or somebody's own words. */
export const reasonWords = (reason: string | null): string | null =>
  reason === null ? null : (REASON_WORDS[reason] ?? reason);
