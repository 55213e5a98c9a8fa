import type { ReserveLine } from '../../../contract/app/nation-contract.ts';
import { missionLabel } from '../../commands/words.ts';
import type { ReserveRequestViewRow } from '../../store/views/view-rows.ts';
import type { NationDesk } from './nation-desk.ts';

/** A request to the Réserve sanitaire as windows tell it. */
export function reserveLine({ image }: NationDesk, row: ReserveRequestViewRow): ReserveLine {
  const mission = image.missions.rows.get(row.missionId);
  return {
    id: row.id,
    missionId: row.missionId,
    label: mission === undefined ? 'Mission hors de portée' : missionLabel(mission),
    headcount: row.headcount,
    state: row.state as ReserveLine['state'],
    message: row.message,
    byName: row.byName,
    at: row.at,
    hasOpenIntent: row.hasOpenIntent === 1,
  };
}
