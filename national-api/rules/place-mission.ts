/** Writes a new mission: the establishment's place and name, the need, and nothing decided yet. */
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import { UNDECIDED_MISSION } from '../../contract/national/rows/undecided-mission.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { needColumns } from './mission-need.ts';

export interface NewMission {
  readonly id: string;
  readonly establishment: Stored<'establishment'>;
  readonly need: MissionNeed;
  /** The account whose holder gets the mails; null when the need comes without an account (F43). */
  readonly requesterAccountId: string | null;
}

export async function placeMission(work: UnitOfWork, mission: NewMission): Promise<Stored<'mission'>> {
  const { id, establishment, need, requesterAccountId } = mission;
  const { agency, departement, postalCode, city, latitude, longitude, precision } = establishment;
  return work.insert('mission', {
    ...UNDECIDED_MISSION,
    id,
    establishmentId: establishment.id,
    establishmentName: establishment.name,
    establishmentFamily: establishment.family,
    agency,
    departement,
    postalCode,
    city,
    latitude,
    longitude,
    precision,
    ...needColumns(need),
    accepted: 0,
    contacted: 0,
    proposed: 0,
    state: 'open',
    requesterAccountId,
    createdAt: work.at,
  });
}
