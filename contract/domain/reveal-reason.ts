/** Why a person looks at contact details or documents; journaled, holds for the mission at hand (DOMAIN §4.10). */
export const REVEAL_REASONS = [
  'offer-the-mission',
  'unblock-a-contact',
  'verify-documents',
  'organise-the-assignment',
  'answer-the-person',
] as const;

export type RevealReason = (typeof REVEAL_REASONS)[number];

export const REVEAL_REASON_LABELS: Readonly<Record<RevealReason, string>> = {
  'offer-the-mission': 'Proposer la mission à la personne',
  'unblock-a-contact': 'Débloquer un contact resté sans réponse',
  'verify-documents': "Vérifier l'identité, le diplôme ou l'identifiant",
  'organise-the-assignment': "Organiser la prise de poste ou signaler la fin d'une affectation",
  'answer-the-person': 'Répondre à une demande de la personne (rappel, rectification, retrait)',
};

/** @example isRevealReason('offer-the-mission') // true */
export function isRevealReason(text: string): text is RevealReason {
  return (REVEAL_REASONS as readonly string[]).includes(text);
}
