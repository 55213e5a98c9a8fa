/**
 * Every order that the national service accepts, with the shape of its input. One entry = one command kind = one file
 * in national-api/commands. Ids of things to be created are made by the caller (UUIDv7), so that an order decided
 * offline already knows its subject.
 */
import { z } from 'zod';
import { CLOSING_REASONS } from '../../domain/mission.ts';
import { MOBILISATIONS } from '../../domain/mobilisation.ts';
import { POOL_KINDS } from '../../domain/pool.ts';
import { PRIORITIES } from '../../domain/priority.ts';
import type { ProfessionCode } from '../../domain/profession.ts';
import { PROFESSIONS } from '../../domain/profession.ts';
import { EARLY_END_REASONS, REFUSAL_REASONS, RELEASE_REASONS } from '../../domain/proposal-reason.ts';
import { HABILITATED_ROLES } from '../principal.ts';
import { arbitrationRecordSchema } from './arbitration-record.ts';

const id = z.string().min(1).max(64);
const line = z.string().trim().min(1).max(200);
const shortText = z.string().trim().min(1).max(500);
const longText = z.string().trim().min(1).max(4000);
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const profession = z.enum(PROFESSIONS.map(({ code }) => code) as [ProfessionCode, ...ProfessionCode[]]);
const agency = z.int().min(1).max(18);

/** What a mission asks for, in the form of an establishment (F52-F57). */
export const missionNeedSchema = z.strictObject({
  profession,
  specialty: z.string().max(16).nullable(),
  headcount: z.int().min(0).max(999),
  startDate: civilDate,
  endDate: civilDate,
  ehpad: z.boolean(),
  intensiveCare: z.boolean(),
  vehicle: z.boolean(),
  weekend: z.boolean(),
  vaccinationHelp: z.boolean(),
  vaccinationExperience: z.boolean(),
  vaccinationProfessions: z.array(profession).max(40),
});
export type MissionNeed = z.infer<typeof missionNeedSchema>;

const openingTerms = {
  receiverAgency: agency,
  receiverMissions: z.array(id).max(1000).nullable(),
  /** Null: every agency, and the volunteers who live under none. */
  lenderAgencies: z.array(agency).min(1).max(18).nullable(),
  poolKinds: z.array(z.enum(POOL_KINDS)).min(1).max(POOL_KINDS.length),
  /** Empty: all of them. */
  professions: z.array(profession).max(60),
  specialties: z.array(z.string().max(16)).max(60),
  mobilisations: z.array(z.enum(MOBILISATIONS)).min(1).max(3),
  fromDate: civilDate,
  untilDate: civilDate,
  ceiling: z.int().min(1).max(100_000),
  reason: shortText,
};

export const COMMAND_INPUTS = {
  // Regulators' facts on a mission: subject = mission, version = the fact's version
  'mission.set-priority': z.strictObject({ priority: z.enum(PRIORITIES), reason: shortText.nullable() }),
  'mission.defer': z.strictObject({ until: civilDate.nullable(), reason: shortText.nullable() }),
  'mission.note': z.strictObject({ text: longText.nullable() }),
  'mission.assign-regulator': z.strictObject({ regulatorId: id.nullable() }),
  // A mission's own life: subject = mission, version = the row's version
  'mission.create': z.strictObject({ establishmentId: id, need: missionNeedSchema }),
  'mission.change-need': z.strictObject({ need: missionNeedSchema }),
  'mission.close': z.strictObject({ reason: z.enum(CLOSING_REASONS), comment: shortText.nullable() }),
  'mission.reopen': z.strictObject({ reason: shortText }),
  'mission.archive': z.strictObject({}),
  // Alerts to the national desk: subject = mission (the alert's id), version = the alert's
  'alert.raise': z.strictObject({ message: longText, tried: z.array(z.string().max(64)).max(12) }),
  'alert.take': z.strictObject({}),
  'alert.answer': z.strictObject({ text: longText }),
  'alert.decline': z.strictObject({ text: longText }),
  'alert.comment': z.strictObject({ text: longText }),
  'alert.lift': z.strictObject({ reason: shortText }),
  // Proposals: subject = proposal
  'proposal.create': z.strictObject({
    missionId: id,
    candidateId: id,
    openingId: id.nullable(),
    /** Needed when a refused pair returns by hand (DOMAIN §4.3). */
    reason: shortText.nullable(),
  }),
  'proposal.withdraw': z.strictObject({ reason: shortText }),
  'proposal.release': z.strictObject({ reason: z.enum(RELEASE_REASONS), comment: shortText.nullable() }),
  'proposal.remind': z.strictObject({}),
  'proposal.assign-on-behalf': z.strictObject({
    missionId: id,
    candidateId: id,
    openingId: id.nullable(),
    reason: shortText,
  }),
  'proposal.contact': z.strictObject({ missionId: id, candidateId: id }),
  'proposal.accept': z.strictObject({}),
  'proposal.refuse': z.strictObject({ reason: z.enum(REFUSAL_REASONS), comment: shortText.nullable() }),
  'proposal.end-early': z.strictObject({
    on: civilDate,
    reason: z.enum(EARLY_END_REASONS),
    comment: shortText.nullable(),
  }),
  'proposal.cancel-assignment': z.strictObject({ reason: z.enum(EARLY_END_REASONS), comment: shortText.nullable() }),
  // Candidates: subject = candidate, version = the fact's
  'candidate.verify': z.strictObject({ verified: z.boolean(), reason: shortText.nullable() }),
  'candidate.set-availability': z.strictObject({ available: z.boolean(), reason: shortText.nullable() }),
  'candidate.merge': z.strictObject({ intoId: id, reason: shortText }),
  'candidate.join-pool': z.strictObject({ poolId: id }),
  'candidate.leave-pool': z.strictObject({ poolId: id }),
  // Crisis mode and named access: subject = crisis mode id / grant id
  'crisis-mode.switch': z.strictObject({
    agency,
    profession: profession.nullable(),
    active: z.boolean(),
    recallContacts: z.boolean(),
    reason: shortText,
  }),
  'direct-access.grant': z.strictObject({
    agency,
    establishmentId: id.nullable(),
    missionId: id.nullable(),
    until: civilDate,
    reason: shortText,
  }),
  'direct-access.revoke': z.strictObject({ reason: shortText }),
  // Openings of pools: subject = opening
  'opening.create': z.strictObject(openingTerms),
  'opening.adjust': z.strictObject({ ceiling: openingTerms.ceiling, untilDate: civilDate, reason: shortText }),
  'opening.close': z.strictObject({ reason: shortText }),
  'opening.agree': z.strictObject({}),
  'opening.object': z.strictObject({ reason: shortText }),
  'opening.overrule': z.strictObject({ reason: shortText }),
  'reserve-request.send': z.strictObject({ missionId: id, headcount: z.int().min(1).max(999), message: longText }),
  'reserve-request.record-answer': z.strictObject({ granted: z.boolean(), message: shortText }),
  // A plan of arbitration and its inputs, kept in the journal: subject = the plan
  'arbitration.record': arbitrationRecordSchema,
  // Accounts: subject = account request
  'account-request.validate': z.strictObject({}),
  'account-request.refuse': z.strictObject({ reason: shortText }),
  'account-request.resolve-duplicate': z.strictObject({
    /** Keep the older account and add this request's missions to it, or drop this request (F24). */
    resolution: z.enum(['attach-missions', 'drop']),
    reason: shortText,
  }),
  /** A new activation link, 72 h, once, for an account that was validated and not activated (F34-F35). */
  'account-request.renew-activation': z.strictObject({}),
  /** One line of annex 2 (F116-F120): subject = the request that it becomes, validated at once. */
  'account-request.import': z.strictObject({
    agency,
    finess: z.string().max(32).nullable(),
    gid: z.string().max(64).nullable(),
    establishmentName: line,
    /** A code of ESTABLISHMENT_CATEGORIES. */
    category: z.string().min(1).max(32),
    address: line,
    postalCode: z.string().max(16),
    city: line,
    lastName: line,
    firstName: line,
    email: z.string().max(254),
    phone: z.string().max(32),
  }),
  // Habilitations: subject = person
  'habilitation.grant': z.strictObject({
    email: z.string().max(254),
    name: shortText,
    role: z.enum(HABILITATED_ROLES),
    agency: agency.nullable(),
    departements: z.array(z.string()).nullable(),
    validUntil: civilDate.nullable(),
    reason: shortText,
  }),
  'habilitation.revoke': z.strictObject({ reason: shortText }),
  // Keys that sign snapshots: subject = the key's id
  'signing-key.register': z.strictObject({
    /** Ed25519, PEM. */
    publicKey: z.string().max(400),
    /** In base64: the key's own signature over what `signingKeyProofText` says. */
    proof: z.string().max(128),
  }),
  'signing-key.revoke': z.strictObject({ reason: shortText }),
} as const;

export type CommandKind = keyof typeof COMMAND_INPUTS;
export type CommandInput<K extends CommandKind> = z.infer<(typeof COMMAND_INPUTS)[K]>;
export const COMMAND_KINDS = Object.keys(COMMAND_INPUTS) as readonly CommandKind[];
