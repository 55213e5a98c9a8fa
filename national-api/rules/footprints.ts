/**
 * What a decision must hold before it reads for a rule: found by reading only (kernel/handler.ts).
 *
 * A proposal changes under the locks of its mission and of its candidate; a suspension or a resumption under the
 * candidate's alone, since no count of the mission depends on it. An opening goes with its receiver's agency, whose
 * scope version may move.
 */
import type { Writer } from '../database/database.ts';
import type { SubjectKey } from '../kernel/handler.ts';
import { LIVE_STATES, WAITING_STATES } from './proposals-of.ts';

type Keys = readonly SubjectKey[];

interface Link {
  readonly missionId: string;
  readonly candidateId: string;
  readonly openingId: string | null;
}

const LINK = ['missionId', 'candidateId', 'openingId'] as const;

/** Openings by id, with their receivers. */
export async function openingKeys(reader: Writer, ids: readonly (string | null)[]): Promise<Keys> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return [];
  const rows = await reader.selectFrom('opening').select(['id', 'receiverAgency']).where('id', 'in', wanted).execute();
  return rows.flatMap(({ id, receiverAgency }): Keys => [`opening:${id}`, `agency:${receiverAgency}`]);
}

async function linkKeys(reader: Writer, links: readonly Link[]): Promise<Keys> {
  const openings = await openingKeys(
    reader,
    links.map(({ openingId }) => openingId),
  );
  return [
    ...links.flatMap(({ missionId, candidateId }): Keys => [`mission:${missionId}`, `candidate:${candidateId}`]),
    ...openings,
  ];
}

/** A proposal, its two sides and its opening. */
export async function proposalKeys(reader: Writer, proposalId: string): Promise<Keys> {
  const links = await reader.selectFrom('proposal').select(LINK).where('id', '=', proposalId).execute();
  return [`proposal:${proposalId}`, ...(await linkKeys(reader, links))];
}

/** A mission and everybody who waits on it: what changes when it is filled or closed. */
export async function missionKeys(reader: Writer, missionId: string): Promise<Keys> {
  const links = await reader
    .selectFrom('proposal')
    .select(LINK)
    .where('missionId', '=', missionId)
    .where('state', 'in', WAITING_STATES)
    .execute();
  return [`mission:${missionId}`, ...(await linkKeys(reader, links))];
}

/** A mission, everybody who waits on it and everybody assigned to it: what changes when its dates move. */
export async function missionAndAssignedKeys(reader: Writer, missionId: string): Promise<Keys> {
  const links = await reader
    .selectFrom('proposal')
    .select(LINK)
    .where('missionId', '=', missionId)
    .where('state', 'in', LIVE_STATES)
    .execute();
  return [`mission:${missionId}`, ...(await linkKeys(reader, links))];
}

/** A person and every mission with a live proposal for them: what changes when they are assigned or merged. */
export async function candidateKeys(reader: Writer, candidateId: string): Promise<Keys> {
  const links = await reader
    .selectFrom('proposal')
    .select(LINK)
    .where('candidateId', '=', candidateId)
    .where('state', 'in', LIVE_STATES)
    .execute();
  return [`candidate:${candidateId}`, ...(await linkKeys(reader, links))];
}

/** Everything that an acceptance may change: who waits on the mission, where else the person is proposed. */
export async function acceptanceKeys(reader: Writer, missionId: string, candidateId: string): Promise<Keys> {
  return [...(await missionKeys(reader, missionId)), ...(await candidateKeys(reader, candidateId))];
}

/** The two sides of a proposal, or null when it does not exist. */
export async function sidesOf(reader: Writer, proposalId: string): Promise<Link | null> {
  const link = await reader.selectFrom('proposal').select(LINK).where('id', '=', proposalId).executeTakeFirst();
  return link ?? null;
}

/**
 * What direct access depends on: the crisis modes of both regions (an agency's lock), and, for a person of another
 * region, the openings towards the mission's.
 */
export async function directAccessKeys(reader: Writer, missionId: string, candidateId: string): Promise<Keys> {
  const mission = await reader.selectFrom('mission').select('agency').where('id', '=', missionId).executeTakeFirst();
  const candidate = await reader
    .selectFrom('candidate')
    .select('agency')
    .where('id', '=', candidateId)
    .executeTakeFirst();
  const agencies = [mission?.agency ?? null, candidate?.agency ?? null].filter((agency) => agency !== null);
  const keys: SubjectKey[] = agencies.map((agency): SubjectKey => `agency:${agency}`);
  if (mission?.agency == null || mission.agency === candidate?.agency) return keys;
  const openings = await reader
    .selectFrom('opening')
    .select('id')
    .where('receiverAgency', '=', mission.agency)
    .where('state', 'in', ['active', 'paused'])
    .execute();
  return [...keys, ...openings.map(({ id }): SubjectKey => `opening:${id}`)];
}
