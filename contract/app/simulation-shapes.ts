/** The simulation of an opening of pools: what is asked, and what each variant would change (DOMAIN §6; FEATURES D6). */
import { z } from 'zod';
import { MOBILISATIONS } from '../domain/mobilisation.ts';
import { POOL_KINDS } from '../domain/pool.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sentence = z.string();

/** An opening as the form of the national desk draws it: the terms of `opening.create`, but for the reason. */
export const openingVariantSchema = z.strictObject({
  receiverAgency: z.int().min(1).max(18),
  /** Null: every mission of the region. */
  receiverMissions: z.array(z.string().max(64)).max(1000).nullable(),
  /** Null: every agency, and the volunteers who live under none. */
  lenderAgencies: z.array(z.int().min(1).max(18)).min(1).max(18).nullable(),
  poolKinds: z.array(z.enum(POOL_KINDS)).min(1).max(POOL_KINDS.length),
  /** Empty: all of them. */
  professions: z.array(z.string().max(40)).max(60),
  specialties: z.array(z.string().max(16)).max(60),
  mobilisations: z.array(z.enum(MOBILISATIONS)).min(1).max(3),
  fromDate: day,
  untilDate: day,
  ceiling: z.int().min(1).max(100_000),
});
export type OpeningVariant = z.infer<typeof openingVariantSchema>;

const missionGainSchema = z.strictObject({
  missionId: z.string(),
  /** "Infirmier · EHPAD de démonstration – Les Tilleuls (54)". */
  label: sentence,
  profession: z.string(),
  departement: z.string(),
  priority: z.string(),
  remaining: z.int(),
  before: z.int(),
  after: z.int(),
  /** Of those who come, in kilometres. */
  nearestKm: z.number().nullable(),
  medianKm: z.number().nullable(),
});

export const simulatedVariantSchema = z.strictObject({
  /** Distinct people who become visible to the receiver. */
  visible: z.int(),
  visibleByAgency: z.array(z.strictObject({ agency: z.int().nullable(), people: z.int() })),
  visibleByProfession: z.array(z.strictObject({ profession: z.string(), people: z.int() })),
  /** Missions that gain candidates: how many, and the first of them, those without any candidate before first. */
  missionsGaining: z.int(),
  missions: z.array(missionGainSchema).max(200),
  /** Posts of the receiver that can be filled all together: today, and with this opening under its ceiling. */
  posts: z.int(),
  coverableBefore: z.int(),
  coverableAfter: z.int(),
  /** The smallest ceiling beyond which no post is gained; 0: the opening gains none. */
  bestCeiling: z.int(),
  /** Posts gained at some ceilings, for the curve. */
  curve: z.array(z.strictObject({ ceiling: z.int(), gained: z.int() })),
  /** Of the people who would be taken at the ceiling, kilometres. */
  medianKm: z.number().nullable(),
  kilometres: z.number(),
  /** What it leaves to each lender, were the cheapest people taken. */
  lenders: z.array(
    z.strictObject({
      agency: z.int().nullable(),
      free: z.int(),
      taken: z.int(),
      /** Own posts that can be filled all together: today, and without the people taken. */
      coverableBefore: z.int(),
      coverableAfter: z.int(),
      /** Own open missions that lose their last candidates: how many, and the first 50. */
      missionsLosingLast: z.int(),
      missions: z.array(z.strictObject({ missionId: z.string(), label: sentence, before: z.int() })).max(50),
    }),
  ),
  /** What the person should know: waits for an agreement, starts later, lends the Réserve sanitaire, overlaps another… */
  remarks: z.array(sentence),
});
export type SimulatedVariant = z.infer<typeof simulatedVariantSchema>;

export const openingSimulationSchema = z.strictObject({
  /** The frozen state: revision of the data, and the workstation's time when it was taken. */
  revision: z.int(),
  takenAt: z.string(),
  milliseconds: z.number(),
  variants: z.array(simulatedVariantSchema),
});
export type OpeningSimulation = z.infer<typeof openingSimulationSchema>;
