/**
 * What follows from the moves of an act, until nothing follows any more (DOMAIN §3, §4.7):
 *
 * ```
 * missions     k reached n?  the other open and contacted proposals lapse, the alert is lifted, the requester is told
 * persons      assigned: their other proposals lapse │ contacted: the others are suspended │ neither: they resume
 * missions     cover counted again
 * openings     use counted again; paused, resumed or closed
 * ```
 */
import type { LapseReason } from '../../contract/domain/proposal-reason.ts';
import { isAssignment } from '../../contract/national/facts/promised-days.ts';
import { liftAlertIfAny } from '../commands/lift-alert.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import type { Act } from './act.ts';
import { moveProposal } from './move-proposal.ts';
import { proposalsOfCandidate, waitingProposalsOfMission } from './proposals-of.ts';
import { countCover, refreshCover } from './refresh-cover.ts';
import { refreshEngagement } from './refresh-engagement.ts';
import { refreshOpeningUse } from './refresh-opening-use.ts';
import { tellMissionFilled } from './tell-requester.ts';

/** Ends what still waits on a mission: nobody stays held by a need that is no more. Returns how many lapsed. */
export async function lapseWaiting(act: Act, missionId: string, reason: LapseReason): Promise<number> {
  const waiting = await waitingProposalsOfMission(act.work, missionId);
  for (const proposal of waiting) {
    await moveProposal(act, proposal, { events: ['lapse'], journalAs: 'proposal.lapse', reason });
  }
  return waiting.length;
}

async function lapseWhenFilled(act: Act, mission: Stored<'mission'>): Promise<void> {
  const { accepted } = await countCover(act.work, mission.id);
  if (mission.state !== 'open' || accepted < mission.headcount) return;
  const freed = await lapseWaiting(
    act,
    mission.id,
    mission.headcount === 0 ? 'mission-without-need' : 'mission-filled',
  );
  if (freed > 0 && mission.headcount > 0) await tellMissionFilled(act, mission, freed);
  await liftAlertIfAny(act.work, mission.id, 'Mission pourvue', act);
}

async function alignPerson(act: Act, candidateId: string): Promise<void> {
  const { work } = act;
  const proposals = await proposalsOfCandidate(work, candidateId);
  const assigned = proposals.some((proposal) => isAssignment(proposal, work.now));
  const held = proposals.some(({ state }) => state === 'contacted');
  for (const proposal of proposals) {
    const { state } = proposal;
    const waits = state === 'open' || state === 'suspended';
    if (assigned && (waits || state === 'contacted')) {
      const reason: LapseReason = 'candidate-assigned';
      await moveProposal(act, proposal, { events: ['lapse'], journalAs: 'proposal.lapse', reason });
    } else if (held && state === 'open') {
      await moveProposal(act, proposal, { events: ['suspend'], journalAs: 'proposal.suspend' });
    } else if (!held && state === 'suspended') {
      await moveProposal(act, proposal, { events: ['resume'], journalAs: 'proposal.resume' });
    }
  }
  await refreshEngagement(work, candidateId);
}

/** The last call of every handler that moved a proposal. */
export async function settle(act: Act): Promise<void> {
  const { work, touched } = act;
  for (const missionId of touched.missions) {
    const mission = await work.get('mission', missionId);
    if (mission !== null) await lapseWhenFilled(act, mission);
  }
  // A set visits what is added while it is walked: whom a lapse frees is aligned too.
  for (const candidateId of touched.candidates) await alignPerson(act, candidateId);
  for (const missionId of touched.missions) await refreshCover(work, missionId);
  for (const openingId of touched.openings) await refreshOpeningUse(act, openingId);
}
