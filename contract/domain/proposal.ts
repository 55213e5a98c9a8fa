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

export const PROPOSAL_STATE_LABELS: Readonly<Record<ProposalState, string>> = {
  open: 'OUVERTE',
  suspended: 'SUSPENDUE',
  contacted: 'CONTACTÉE',
  accepted: 'ACCEPTÉE',
  refused: 'REFUSÉE',
  withdrawn: 'RETIRÉE',
  released: 'LIBÉRÉE',
  lapsed: 'CADUQUE',
  ended: 'TERMINÉE',
  'ended-early': 'TERMINÉE TÔT',
  cancelled: 'ANNULÉE',
};

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

const TRANSITIONS: Readonly<Record<ProposalState, Readonly<Partial<Record<ProposalEvent, ProposalState>>>>> = {
  open: { contact: 'contacted', suspend: 'suspended', withdraw: 'withdrawn', lapse: 'lapsed' },
  suspended: { resume: 'open', withdraw: 'withdrawn', lapse: 'lapsed' },
  contacted: { accept: 'accepted', refuse: 'refused', release: 'released', lapse: 'lapsed' },
  accepted: { end: 'ended', 'end-early': 'ended-early', cancel: 'cancelled' },
  refused: {},
  withdrawn: {},
  released: {},
  lapsed: {},
  ended: {},
  'ended-early': {},
  cancelled: {},
};

/**
 * The next state of a proposal, or null when the event is not allowed (DOMAIN §4).
 *
 * ```
 *   OUVERTE ──contact──▶ CONTACTÉE ──accept──▶ ACCEPTÉE ──end────────▶ TERMINÉE
 *     │ ⇅ SUSPENDUE          ├──refuse──▶ REFUSÉE  ├─────end-early───▶ TERMINÉE TÔT
 *     ├──withdraw──▶ RETIRÉE ├──release─▶ LIBÉRÉE  └─────cancel──────▶ ANNULÉE
 *     └──lapse─────▶ CADUQUE └──lapse───▶ CADUQUE
 * ```
 *
 * Accepting needs a prior contact (F84); a suspended proposal cannot be contacted while another establishment holds
 * the person (F85).
 *
 * @example transition('open', 'accept') // null
 */
export function transition(state: ProposalState, event: ProposalEvent): ProposalState | null {
  return TRANSITIONS[state][event] ?? null;
}

/** Nothing more can happen to it. */
export function isTerminal(state: ProposalState): boolean {
  return Object.keys(TRANSITIONS[state]).length === 0;
}

/** One live proposal per mission and candidate; it also counts under an opening's ceiling. */
export function isLive(state: ProposalState): boolean {
  return !isTerminal(state);
}

/** Open or suspended: counts in MAX_OPEN_PROPOSALS. */
export function isAwaitingContact(state: ProposalState): boolean {
  return state === 'open' || state === 'suspended';
}

/** Who brought the two together: the establishment itself, its ARS, the CCS, or an ARS assigning on behalf. */
export const PROPOSAL_ORIGINS = ['direct', 'agency', 'ccs', 'on-behalf'] as const;
export type ProposalOrigin = (typeof PROPOSAL_ORIGINS)[number];

export const PROPOSAL_ORIGIN_LABELS: Readonly<Record<ProposalOrigin, string>> = {
  direct: 'Accès direct',
  agency: "Proposée par l'ARS",
  ccs: 'Proposée par le CCS',
  'on-behalf': "Affectée par l'ARS pour l'établissement",
};

/** Open and suspended proposals that one person may have at once (DOMAIN §3). */
export const MAX_OPEN_PROPOSALS = 3;

/** May one more proposal be made for a person who already has `waiting` open or suspended ones? */
export function mayProposeAgain(waiting: number): boolean {
  return waiting < MAX_OPEN_PROPOSALS;
}
