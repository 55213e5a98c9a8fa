export const PROPOSAL_STATES = [
  'open',
  'suspended',
  'contacted',
  'accepted',
  'refused',
  'withdrawn',
  'released',
  'lapsed',
  'ended',
  'ended-early',
  'cancelled',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_EVENTS = [
  'contact',
  'suspend',
  'resume',
  'withdraw',
  'accept',
  'refuse',
  'release',
  'lapse',
  'end',
  'end-early',
  'cancel',
] as const;
export type ProposalEvent = (typeof PROPOSAL_EVENTS)[number];

/** Who brought the two together: the establishment itself, its ARS, the CCS, or an ARS assigning on behalf. */
export const PROPOSAL_ORIGINS = ['direct', 'agency', 'ccs', 'on-behalf'] as const;
export type ProposalOrigin = (typeof PROPOSAL_ORIGINS)[number];

/** Open and suspended proposals that one person may have at once (DOMAIN §3). */
export const MAX_OPEN_PROPOSALS = 3;
