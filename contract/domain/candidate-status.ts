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

export type StatusLabel = 'AFFECTÉ' | 'CONTACTÉ' | 'EN COURS' | 'INDISPONIBLE' | 'DISPONIBLE';
export type VerificationLabel = 'À VÉRIFIER' | 'VÉRIFIÉ';
