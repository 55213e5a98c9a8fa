/** Writes a new mission: the establishment's place and name, the need, and nothing decided yet. */
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { needColumns } from './mission-need.ts';

export interface NewMission {
  readonly id: string;
  readonly establishment: Stored<'establishment'>;
  readonly need: MissionNeed;
  /** The account whose holder gets the mails; null when the need comes without an account (F43). */
  readonly requesterAccountId: string | null;
}

const UNDECIDED = {
  closingReason: null,
  closedAt: null,
  closedByName: null,
  priority: 'none',
  priorityReason: null,
  priorityVersion: 0,
  priorityByName: null,
  priorityAt: null,
  deferredUntil: null,
  deferralReason: null,
  deferralVersion: 0,
  deferralByName: null,
  deferralAt: null,
  note: null,
  noteVersion: 0,
  noteByName: null,
  noteAt: null,
  regulatorId: null,
  regulatorName: null,
  regulatorVersion: 0,
  regulatorByName: null,
  regulatorAt: null,
  alert: null,
} as const;

export async function placeMission(work: UnitOfWork, mission: NewMission): Promise<Stored<'mission'>> {
  const { id, establishment, need, requesterAccountId } = mission;
  const { agency, departement, postalCode, city, latitude, longitude, precision } = establishment;
  return work.insert('mission', {
    ...UNDECIDED,
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
