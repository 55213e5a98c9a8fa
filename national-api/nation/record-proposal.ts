/** Writes one proposal of the past with its decisions, and what it does to the person. */
import type { ProposalState } from '../../contract/domain/proposal.ts';
import type { Tables } from '../database/tables.ts';
import type { Volunteer } from './candidate-supply.ts';
import { accountName } from './make-establishments.ts';
import type { Need } from './make-missions.ts';
import type { Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft, PastDecision } from './nation-draft.ts';
import type { Random } from './random.ts';

export interface PastProposal {
  readonly need: Need;
  readonly volunteer: Volunteer;
  readonly origin: 'direct' | 'agency' | 'ccs' | 'on-behalf';
  readonly state: ProposalState;
  /** Hours ago. */
  readonly proposed: number;
  readonly contacted?: number;
  readonly decided?: number;
  /** When an assignment came to its end, by date or early. */
  readonly ended?: number;
  readonly reason?: string;
  readonly openingId?: string;
}

type Actor = Pick<PastDecision, 'actorId' | 'actorName' | 'role' | 'agency'>;
const SERVICE: Actor = { actorId: 'system', actorName: 'Service national', role: 'system', agency: null };
const BOUNCED_SHARE = 0.015;
const REMINDED_HOURS = 30;

/** Command kind (or the service's own) that brings a proposal to its final state, and who gives it. */
const LAST_STEP: Readonly<
  Partial<Record<ProposalState, readonly [kind: string, by: 'requester' | 'cell' | 'service']>>
> = {
  accepted: ['proposal.accept', 'requester'],
  refused: ['proposal.refuse', 'requester'],
  withdrawn: ['proposal.withdraw', 'cell'],
  released: ['proposal.release', 'cell'],
  lapsed: ['proposal.lapse', 'service'],
  ended: ['assignment.end', 'service'],
  'ended-early': ['proposal.end-early', 'requester'],
  cancelled: ['proposal.cancel-assignment', 'requester'],
};

/** An assignment begins with the mission, or on the day of acceptance when the mission had begun. */
function laterDay(start: string, accepted: string): string {
  const day = accepted.slice(0, 10);
  return day > start ? day : start;
}

export type RecordProposal = (past: PastProposal) => Tables['proposal'];

export function proposalRecorder(
  context: NationContext,
  draft: NationDraft,
  cells: Cells,
  random: Random,
): RecordProposal {
  const { day } = context;

  function cellActor(past: PastProposal): Actor {
    const member =
      past.origin === 'ccs' ? cells.desk(random) : cells.regulator(random, past.need.requester.establishment.agency);
    return { actorId: member.id, actorName: member.name, role: member.role, agency: member.agency };
  }

  /** A regulator reminded half of those who let a person wait for more than a day. */
  function remindedOf({ state, contacted }: PastProposal): string | null {
    if (state !== 'contacted' || contacted === undefined || contacted < REMINDED_HOURS) return null;
    return random.chance(0.5) ? day.hoursAgo(contacted - random.between(24, REMINDED_HOURS)) : null;
  }

  function tell(actor: Actor, at: string, kind: string, past: PastProposal, id: string, change: PastDecision['after']) {
    draft.decisions.push({
      at,
      ...actor,
      kind,
      subjectKind: 'proposal',
      subjectId: id,
      subjectAgency: past.need.row.agency,
      reason: kind === 'proposal.create' ? null : (past.reason ?? null),
      before: null,
      after: change,
    });
  }

  return (past) => {
    const { need, volunteer, origin, state } = past;
    const { account } = need;
    const requesterActor: Actor = {
      actorId: account.id,
      actorName: accountName(account),
      role: 'establishment',
      agency: null,
    };
    const cell = cellActor(past);
    const proposer = origin === 'direct' ? requesterActor : cell;
    const receiver = origin === 'on-behalf' ? cell : requesterActor;
    const proposedAt = day.hoursAgo(past.proposed);
    const contactedAt = past.contacted === undefined ? null : day.hoursAgo(past.contacted);
    const decidedAt = past.decided === undefined ? null : day.hoursAgo(past.decided);
    const endedAt = past.ended === undefined ? null : day.hoursAgo(past.ended);
    const remindedAt = remindedOf(past);
    const id = random.id(Date.parse(proposedAt));
    const last = LAST_STEP[state];
    const lastActor = last === undefined ? null : { requester: receiver, cell, service: SERVICE }[last[1]];
    const wasAccepted = state === 'accepted' || state === 'ended' || state === 'ended-early' || state === 'cancelled';
    const mailed = (origin !== 'direct' && state !== 'lapsed') || wasAccepted;
    const row: Tables['proposal'] = {
      id,
      version: 1 + [contactedAt, decidedAt, endedAt].filter((at) => at !== null).length,
      missionId: need.row.id,
      candidateId: volunteer.row.id,
      establishmentId: need.row.establishmentId,
      establishmentName: need.row.establishmentName,
      missionAgency: need.row.agency,
      candidateAgency: volunteer.row.agency,
      profession: volunteer.row.profession,
      state,
      origin,
      openingId: past.openingId ?? null,
      proposedByName: proposer.actorName,
      proposedAt,
      resumedAt: null,
      contactedByName: contactedAt === null ? null : receiver.actorName,
      contactedAt,
      remindedAt,
      // The end by date leaves the acceptance signed; an early end is a decision of its own.
      decidedByName: (state === 'ended' ? receiver : lastActor)?.actorName ?? null,
      decidedAt: state === 'ended' ? decidedAt : (endedAt ?? decidedAt),
      reason: past.reason ?? null,
      startDate: wasAccepted ? laterDay(need.row.startDate, decidedAt ?? proposedAt) : null,
      endDate: wasAccepted
        ? state === 'ended-early' && endedAt !== null
          ? endedAt.slice(0, 10)
          : need.row.endDate
        : null,
      mailState: mailed ? (random.chance(BOUNCED_SHARE) ? 'bounced' : 'sent') : null,
      updatedAt: endedAt ?? decidedAt ?? remindedAt ?? contactedAt ?? proposedAt,
    };

    if (origin === 'on-behalf') {
      tell(cell, proposedAt, 'proposal.assign-on-behalf', past, id, { state: 'accepted' });
    } else {
      if (origin !== 'direct') tell(proposer, proposedAt, 'proposal.create', past, id, { state: 'open', origin });
      if (contactedAt !== null)
        tell(receiver, contactedAt, 'proposal.contact', past, id, { state: 'contacted', origin });
      if (wasAccepted && decidedAt !== null && state !== 'accepted') {
        tell(receiver, decidedAt, 'proposal.accept', past, id, { state: 'accepted' });
      }
    }
    if (remindedAt !== null) tell(cell, remindedAt, 'proposal.remind', past, id, { remindedAt });
    if (last !== undefined && lastActor !== null && !(origin === 'on-behalf' && state === 'accepted')) {
      tell(lastActor, row.updatedAt, last[0], past, id, { state });
    }

    volunteer.missions.add(need.row.id);
    if (state === 'open' || state === 'suspended') {
      volunteer.openProposals += 1;
      if (volunteer.engagement === 'none') volunteer.engagement = 'proposed';
    }
    if (state === 'contacted') volunteer.engagement = 'contacted';
    if (state === 'accepted' || state === 'ended') {
      volunteer.assignments.push({ from: need.row.startDate, until: need.row.endDate });
      need.row.accepted += 1;
      if (state === 'accepted') volunteer.engagement = 'assigned';
    }
    if (state === 'ended-early') volunteer.assignments.push({ from: need.row.startDate, until: row.endDate });
    draft.rows.proposal.push(row);
    return row;
  };
}
