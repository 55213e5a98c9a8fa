/** Counts a person's derived columns again from their proposals, and writes them when they changed. */
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import { personEngagement } from './person-engagement.ts';
import { proposalsOfCandidate } from './proposals-of.ts';

export async function refreshEngagement(work: UnitOfWork, candidateId: string): Promise<void> {
  const candidate = await work.get('candidate', candidateId);
  if (candidate === null) return;
  const counted = personEngagement(await proposalsOfCandidate(work, candidateId), work.now);
  const same = Object.entries(counted).every(([name, value]) => candidate[name as keyof typeof counted] === value);
  if (!same) await work.annotate('candidate', candidate, counted);
}
