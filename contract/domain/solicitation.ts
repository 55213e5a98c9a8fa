/**
 * How often a volunteer was asked, and what became of it: response and fatigue (FEATURES D14; DOMAIN §3-4). It orders who
 * is asked next and never excludes by itself; who sees a number sees its sentence.
 */
import type { MissionId } from './identity.ts';
import type { Instant } from './instant.ts';
import { hoursBetween } from './instant.ts';
import type { ProposalOrigin, ProposalState } from './proposal.ts';

/** A proposal as a solicitation is read from it. */
export interface SolicitingProposal {
  readonly missionId: MissionId;
  readonly origin: ProposalOrigin;
  readonly state: ProposalState;
  readonly proposedAt: Instant;
  readonly contactedAt: Instant | null;
  /** A code of `proposal-reason.ts`, where there is one. */
  readonly reason: string | null;
  /** The mail that would have told the person was cancelled in time: they never heard of it (DOMAIN §4.9). */
  readonly isUnheard: boolean;
}

/** Days over which solicitations tire. */
export const FATIGUE_DAYS = 7;
const SAME_HOURS = 24;

/**
 * When the person heard of it: a confirmed proposal by its mail, direct access by the contact; null when they did not.
 */
function heardAt({ origin, proposedAt, contactedAt, isUnheard }: SolicitingProposal): Instant | null {
  if (origin === 'direct') return contactedAt;
  return isUnheard ? null : proposedAt;
}

/**
 * The solicitations of one person, oldest first: one per mission and 24 hours.
 *
 * @example solicitationsOf([proposal, sameMissionTwoHoursLater]).length // 1
 */
export function solicitationsOf(proposals: readonly SolicitingProposal[]): readonly Instant[] {
  const heard = proposals
    .map((proposal) => ({ missionId: proposal.missionId, at: heardAt(proposal) }))
    .filter((one): one is { missionId: MissionId; at: Instant } => one.at !== null)
    .sort((left, right) => left.at - right.at);
  const counted = new Map<MissionId, Instant>();
  const solicitations: Instant[] = [];
  for (const { missionId, at } of heard) {
    const last = counted.get(missionId);
    if (last !== undefined && hoursBetween(last, at) < SAME_HOURS) continue;
    counted.set(missionId, at);
    solicitations.push(at);
  }
  return solicitations;
}

/** Of those, how many lie in the last 7 days. */
export function recentSolicitations(solicitations: readonly Instant[], now: Instant): number {
  return solicitations.filter((at) => at <= now && hoursBetween(at, now) < FATIGUE_DAYS * 24).length;
}

export const ANSWERS = ['accepted', 'refused-by-them', 'refused-by-others', 'without-answer', 'waiting'] as const;
export type Answer = (typeof ANSWERS)[number];

const ANSWER_OF: Readonly<Record<ProposalState, Answer | null>> = {
  open: 'waiting',
  suspended: 'waiting',
  contacted: 'waiting',
  accepted: 'accepted',
  ended: 'accepted',
  'ended-early': 'accepted',
  cancelled: 'accepted',
  refused: 'refused-by-others',
  released: 'without-answer',
  lapsed: null,
  withdrawn: null,
};

/** What became of a proposal, as far as the person's answer goes; null when it says nothing of them. */
export function answerOf({ state, reason }: Pick<SolicitingProposal, 'state' | 'reason'>): Answer | null {
  if (state === 'refused' && reason === 'refused-by-candidate') return 'refused-by-them';
  if (state === 'refused' && reason === 'unreachable') return 'without-answer';
  if (state === 'released' && reason !== 'blocked-too-long') return null;
  return ANSWER_OF[state];
}

export interface Response {
  readonly solicitations: number;
  readonly lastSevenDays: number;
  readonly answers: Readonly<Record<Answer, number>>;
  readonly lastAt: Instant | null;
}

/** Everything that is known of one person's solicitations and answers. */
export function responseOf(proposals: readonly SolicitingProposal[], now: Instant): Response {
  const solicitations = solicitationsOf(proposals);
  const answers = { accepted: 0, 'refused-by-them': 0, 'refused-by-others': 0, 'without-answer': 0, waiting: 0 };
  for (const proposal of proposals) {
    const answer = answerOf(proposal);
    if (answer !== null && heardAt(proposal) !== null) answers[answer] += 1;
  }
  return {
    solicitations: solicitations.length,
    lastSevenDays: recentSolicitations(solicitations, now),
    answers,
    lastAt: solicitations.at(-1) ?? null,
  };
}

const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;

/** @example responseSentence(response) // '3 sollicitations, dont 1 ces 7 derniers jours : 1 acceptée, 1 sans réponse.' */
export function responseSentence({ solicitations, lastSevenDays, answers }: Response): string {
  if (solicitations === 0) return 'Jamais sollicitée.';
  const parts = [
    answers.accepted > 0 ? plural(answers.accepted, 'acceptée') : null,
    answers['refused-by-them'] > 0 ? `${plural(answers['refused-by-them'], 'refusée')} par la personne` : null,
    answers['refused-by-others'] > 0 ? `${plural(answers['refused-by-others'], 'refusée')} par l'établissement` : null,
    answers['without-answer'] > 0 ? `${answers['without-answer']} sans réponse` : null,
    answers.waiting > 0 ? `${answers.waiting} en attente` : null,
  ].filter((part) => part !== null);
  const recent = `dont ${lastSevenDays} ces ${FATIGUE_DAYS} derniers jours`;
  const told = parts.length === 0 ? '' : ` : ${parts.join(', ')}`;
  return `${plural(solicitations, 'sollicitation')}, ${recent}${told}.`;
}
