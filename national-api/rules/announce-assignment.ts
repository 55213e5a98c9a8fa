/** The mail "Affectation sur une mission de renfort" (F140): dates, establishment, whom to write to. */
import type { Stored } from '../kernel/unit-of-work.ts';
import type { Act } from './act.ts';
import { missionWords, requesterEmail } from './parties.ts';
import { tellCandidate } from './tell-candidate.ts';

/** @param contact address of the account that accepted; the requester's when null, as on behalf (DOMAIN §4.5) */
export async function announceAssignment(
  act: Act,
  mission: Stored<'mission'>,
  proposal: Stored<'proposal'>,
  contact: string | null,
): Promise<void> {
  const contactEmail = contact ?? (await requesterEmail(act.work, mission)) ?? '';
  const told = await tellCandidate(act, 'assignment', proposal, { ...missionWords(mission), contactEmail });
  if (told) await act.work.annotate('proposal', proposal, { mailState: 'waiting' });
}
