/**
 * Identifiers of subjects. They are opaque text (UUIDv7 at the national service), given by an id maker and never
 * read inside: the aliases only say which kind of subject a field points at.
 */
export type CandidateId = string;
export type EstablishmentId = string;
export type MissionId = string;
export type ProposalId = string;
export type OpeningId = string;
export type PoolId = string;
export type AlertId = string;
export type AccountRequestId = string;
/** A person who signs in: regulator, desk, administrator, or the holder of an establishment account. */
export type PersonId = string;
