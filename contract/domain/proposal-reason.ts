/** Why an establishment refuses a person it contacted; "refused by the candidate" is one (DOMAIN §4). */
export const REFUSAL_REASONS = [
  'refused-by-candidate',
  'unreachable',
  'dates-do-not-fit',
  'skills-do-not-fit',
  'distance',
  'recruited-elsewhere',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const REFUSAL_REASON_LABELS: Readonly<Record<RefusalReason, string>> = {
  'refused-by-candidate': 'Refus de la personne',
  unreachable: 'Personne injoignable',
  'dates-do-not-fit': 'Dates incompatibles',
  'skills-do-not-fit': 'Compétences inadaptées au poste',
  distance: 'Trop éloigné',
  'recruited-elsewhere': 'Poste pourvu autrement',
  other: 'Autre motif',
};

/** Why a regulator frees a contacted person. */
export const RELEASE_REASONS = [
  'blocked-too-long',
  'asked-by-candidate',
  'asked-by-establishment',
  'crisis-recall',
  'more-urgent-need',
  'error',
] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

export const RELEASE_REASON_LABELS: Readonly<Record<ReleaseReason, string>> = {
  'blocked-too-long': 'Contact resté trop longtemps sans réponse',
  'asked-by-candidate': 'À la demande de la personne',
  'asked-by-establishment': "À la demande de l'établissement",
  'crisis-recall': 'Rappel au passage en gestion de crise',
  'more-urgent-need': 'Besoin plus urgent',
  error: 'Erreur',
};

/** Why an assignment ends before the mission's end, or is cancelled before its start (DOMAIN §4.8). */
export const EARLY_END_REASONS = ['withdrawal', 'absence', 'error'] as const;
export type EarlyEndReason = (typeof EARLY_END_REASONS)[number];

export const EARLY_END_REASON_LABELS: Readonly<Record<EarlyEndReason, string>> = {
  withdrawal: 'Désistement',
  absence: 'Absence',
  error: 'Erreur',
};

/** Why a proposal became CADUQUE without anybody deciding on it (DOMAIN §4, drawing; §4.4, §4.7). */
export const LAPSE_REASONS = [
  'mission-filled',
  'mission-without-need',
  'mission-closed',
  'mission-ended',
  'candidate-assigned',
  'no-contact-in-time',
] as const;
export type LapseReason = (typeof LAPSE_REASONS)[number];

export const LAPSE_REASON_LABELS: Readonly<Record<LapseReason, string>> = {
  'mission-filled': 'Mission pourvue',
  'mission-without-need': 'Mission sans besoin',
  'mission-closed': 'Mission close',
  'mission-ended': 'Mission terminée',
  'candidate-assigned': 'Personne affectée',
  'no-contact-in-time': 'Sans suite dans le délai',
};
