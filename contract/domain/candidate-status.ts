/** Were the documents and the identifier checked by the ARS? A warning for regulators, never a wall. */
export const VERIFICATIONS = ['to-verify', 'verified'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** Did the person withdraw for now? */
export const AVAILABILITIES = ['available', 'unavailable'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** How far the person is engaged with an establishment. */
export const ENGAGEMENTS = ['none', 'proposed', 'contacted', 'assigned'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** The three facts that the labels of the seeds mix (DOMAIN §3). */
export interface CandidateStatus {
  readonly verification: Verification;
  readonly availability: Availability;
  readonly engagement: Engagement;
}

/** Column "Statut" of regulators, strongest first. */
export const STATUS_LABELS = ['AFFECTÉ', 'CONTACTÉ', 'EN COURS', 'INDISPONIBLE', 'DISPONIBLE'] as const;
export type StatusLabel = (typeof STATUS_LABELS)[number];
export type VerificationLabel = 'À VÉRIFIER' | 'VÉRIFIÉ';

export interface CandidateStatusLabels {
  readonly status: StatusLabel;
  readonly verification: VerificationLabel;
  /** The one word an establishment reads: VÉRIFIÉ or DISPONIBLE for a free person (F76, F77). */
  readonly forEstablishments: StatusLabel | 'VÉRIFIÉ';
}

function statusOf({ engagement, availability }: CandidateStatus): StatusLabel {
  if (engagement === 'assigned') return 'AFFECTÉ';
  if (engagement === 'contacted') return 'CONTACTÉ';
  if (engagement === 'proposed') return 'EN COURS';
  return availability === 'unavailable' ? 'INDISPONIBLE' : 'DISPONIBLE';
}

/**
 * All labels of a person, from the three facts: the only place where a label is made.
 * AFFECTÉ > CONTACTÉ > EN COURS > INDISPONIBLE > DISPONIBLE. REFUSÉ belongs to a proposal, never to a person.
 *
 * @example
 * candidateStatusLabels({ verification: 'to-verify', availability: 'available', engagement: 'none' })
 * // { status: 'DISPONIBLE', verification: 'À VÉRIFIER', forEstablishments: 'DISPONIBLE' }
 */
export function candidateStatusLabels(facts: CandidateStatus): CandidateStatusLabels {
  const status = statusOf(facts);
  const verified = facts.verification === 'verified';
  return {
    status,
    verification: verified ? 'VÉRIFIÉ' : 'À VÉRIFIER',
    forEstablishments: status === 'DISPONIBLE' && verified ? 'VÉRIFIÉ' : status,
  };
}
