/** A volunteer withdraws for now, or comes back. */
import { z } from 'zod';
import type { Player } from './player.ts';
import type { Outcome, Stage } from './stage.ts';
import { order } from './stage.ts';

const recordSchema = z.object({
  record: z.object({ id: z.string(), availability: z.string(), availabilityVersion: z.int(), engagement: z.string() }),
});

const WITHDRAWALS = ['Reprise du travail', 'Cas contact', 'Congés', 'Raison personnelle'] as const;
/** Among those who look at their record while free, few withdraw; most who had withdrawn come back. */
const WITHDRAWING_SHARE = 0.35;

export async function playCandidate(stage: Stage): Promise<Outcome> {
  const { client, random, cast } = stage;
  if (cast.candidates.length === 0) return 'nothing';
  const as: Player = { kind: 'candidate', id: random.pick(cast.candidates) };
  const { record } = await client.get(as, '/v1/my/record', recordSchema);
  const available = record.availability !== 'available';
  if (!available && (record.engagement !== 'none' || !random.chance(WITHDRAWING_SHARE))) return 'nothing';
  const reason = available ? null : random.pick(WITHDRAWALS);
  const input = { available, reason };
  return order(stage, as, 'candidate.set-availability', record.id, record.availabilityVersion, input);
}
