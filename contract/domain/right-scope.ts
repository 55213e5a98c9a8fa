/** How far a right reaches. A right is always held by a person, for a scope, until a date (DOMAIN §9). */
export const RIGHT_SCOPES = [
  'own-region',
  'own-region-and-opened',
  'own-region-and-proposed',
  'own-region-time-limited',
  'nation',
  'nation-with-reason',
  'arbitration',
  'alert-or-plan',
  'mandate',
  'own-acts',
  'technical',
  'visible',
  'visible-with-second-person',
  'own-establishment',
  'direct-or-proposed',
  'own-record',
] as const;
export type RightScope = (typeof RIGHT_SCOPES)[number];

export interface RightScopeFacts {
  /** French, shown beside the right. */
  readonly label: string;
  /** The act is refused without a written reason. */
  readonly asksReason: boolean;
  /** A second authorised person must confirm. */
  readonly asksSecondPerson: boolean;
  /** The ARS of the mission or candidate is told of the act. */
  readonly tellsAgency: boolean;
}

function scope(label: string, more: Partial<Omit<RightScopeFacts, 'label'>> = {}): RightScopeFacts {
  return { label, asksReason: false, asksSecondPerson: false, tellsAgency: false, ...more };
}

export const RIGHT_SCOPE_FACTS: Readonly<Record<RightScope, RightScopeFacts>> = {
  'own-region': scope('sa région'),
  'own-region-and-opened': scope('sa région et ce qui lui est ouvert'),
  'own-region-and-proposed': scope('sa région et les personnes proposées à ses missions'),
  'own-region-time-limited': scope('sa région, pour une durée limitée'),
  nation: scope('toute la France'),
  'nation-with-reason': scope('toute la France, avec un motif', { asksReason: true, tellsAgency: true }),
  arbitration: scope("par arbitrage, l'ARS en est informée", { tellsAgency: true }),
  'alert-or-plan': scope("les personnes et missions d'une alerte ou d'un plan", { asksReason: true }),
  mandate: scope('selon son mandat, en lecture seule'),
  'own-acts': scope('ses propres actes'),
  technical: scope('les faits techniques, sans donnée nominative'),
  visible: scope("ce qu'il peut voir"),
  'visible-with-second-person': scope("ce qu'il peut voir, avec une seconde personne", { asksSecondPerson: true }),
  'own-establishment': scope('son établissement'),
  'direct-or-proposed': scope('les personnes en accès direct ou qui lui sont proposées'),
  'own-record': scope('sa propre fiche'),
};
