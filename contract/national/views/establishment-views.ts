/**
 * What an establishment sees (DOMAIN §4, F121-F122, F159): its missions without the regulators' own facts (note,
 * priority, alert), and of the people within its reach what helps to choose. Contact details are revealed one by one.
 */
import { z } from 'zod';

const flag = z.boolean();

export const establishmentMissionSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  establishmentId: z.string(),
  establishmentName: z.string(),
  agency: z.int().nullable(),
  profession: z.string(),
  specialty: z.string().nullable(),
  /** n and k of "POURVUE k/n". */
  headcount: z.int(),
  accepted: z.int(),
  contacted: z.int(),
  proposed: z.int(),
  startDate: z.string(),
  endDate: z.string(),
  ehpad: flag,
  intensiveCare: flag,
  vehicle: flag,
  weekend: flag,
  vaccinationHelp: flag,
  vaccinationExperience: flag,
  vaccinationProfessions: z.array(z.string()),
  /** MissionState of contract/domain, at today's date where the mission is. */
  state: z.string(),
  closingReason: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type EstablishmentMission = z.infer<typeof establishmentMissionSchema>;

export const reachableCandidateSchema = z.strictObject({
  id: z.string(),
  number: z.int(),
  lastName: z.string(),
  firstName: z.string(),
  postalCode: z.string(),
  city: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  profession: z.string(),
  specialty: z.string().nullable(),
  activityKind: z.string(),
  startDate: z.string(),
  endDate: z.string().nullable(),
  weekdays: flag,
  weekend: flag,
  vehicle: flag,
  ehpad: flag,
  intensiveCare: flag,
  vaccinationExperience: flag,
  mobilisation: z.string(),
  /** VÉRIFIÉ or DISPONIBLE for a free person, else EN COURS, CONTACTÉ, AFFECTÉ (F76-F77). */
  status: z.string(),
  /** How the person is within reach: by itself, or because a regulator proposed. */
  access: z.enum(['direct', 'proposed']),
  /** The live proposal between the two, when there is one. */
  proposalId: z.string().nullable(),
  proposalState: z.string().nullable(),
  proposalVersion: z.int().nullable(),
  /** Points of the hints, and the hints that gave them, in French. */
  points: z.int(),
  hints: z.array(z.string()),
});
export type ReachableCandidate = z.infer<typeof reachableCandidateSchema>;

export const reachableCandidatePageSchema = z.strictObject({
  candidates: z.array(reachableCandidateSchema),
  total: z.int(),
  /** Give it back as `from` for the next page; null on the last. */
  next: z.int().nullable(),
  /**
   * Why the list is what it is: never one sentence for three situations (F100). 'direct' = whoever matches;
   * 'proposed-only' = the ARS regulates and proposes; 'not-open' = nothing to fill.
   */
  mode: z.enum(['direct', 'proposed-only', 'not-open']),
});

export const establishmentProposalSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  missionId: z.string(),
  candidateId: z.string(),
  /** Null once the proposal is no longer live nor an assignment: the name is not needed any more. */
  candidateName: z.string().nullable(),
  profession: z.string(),
  state: z.string(),
  origin: z.string(),
  proposedAt: z.string(),
  contactedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  updatedAt: z.string(),
});
export type EstablishmentProposal = z.infer<typeof establishmentProposalSchema>;
