/**
 * A plan of arbitration as the journal keeps it, beside the proposals that bear the same batch id: what was asked, on
 * which state, what came out, and how to know that the pairs told are those (FEATURES D7).
 */
import { z } from 'zod';
import { PRIORITIES } from '../../domain/priority.ts';
import { SHORTFALL_REASONS } from '../../domain/shortfall.ts';

const id = z.string().min(1).max(64);
const count = z.int().min(0);
const kilometres = z.number().min(0).max(20_000).nullable();
const experience = z.enum(['as-hint', 'preferred', 'required']);
const pairs = z.array(z.strictObject({ missionId: id, candidateId: id })).max(1000);

export const arbitrationRecordSchema = z.strictObject({
  /** The region whose own arbitration it is; null: the nation's, by the CCS. */
  agency: z.int().min(1).max(18).nullable(),
  /** When the workstation's state was taken, and the revision of its data. */
  takenAt: z.iso.datetime({ precision: 3 }),
  revision: count,
  scope: z.strictObject({
    /** How many missions were chosen by hand; null: all that the other conditions find. */
    chosenMissions: count.nullable(),
    agencies: z.array(z.int()).max(18),
    professions: z.array(z.string().max(40)).max(60),
    priorities: z.array(z.enum(PRIORITIES)).max(5),
    alertedOnly: z.boolean(),
  }),
  constraints: z.strictObject({
    reach: z.enum(['opened', 'nation']),
    distanceCaps: z.strictObject({ local: kilometres, departemental: kilometres, national: kilometres }),
    reserves: z.array(z.strictObject({ agency: z.int().nullable(), keep: z.int().min(1).max(100_000) })).max(19),
    ehpadExperience: experience,
    intensiveCareExperience: experience,
    verifiedOnly: z.boolean(),
    freshFirst: z.boolean(),
    mostSolicitations: z.int().min(1).max(50).nullable(),
  }),
  pins: pairs,
  forbidden: pairs,
  /** Version of the weights of the cost (contract/domain/plan-cost.ts). */
  weightsVersion: count,
  outcome: z.strictObject({
    posts: count,
    filled: count,
    greedyFilled: count,
    kilometres: z.number().min(0),
    isProven: z.boolean(),
    shortfalls: z
      .array(z.strictObject({ reason: z.enum(SHORTFALL_REASONS), posts: count }))
      .max(SHORTFALL_REASONS.length),
  }),
  /** Pairs decided with this record, and the SHA-256 of their sorted lines "mission candidate". */
  proposed: count,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.string().trim().min(1).max(500).nullable(),
});
