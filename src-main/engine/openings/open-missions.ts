import { readHeldPairs } from '../../store/queries/solicitation-rows.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { PlanGround } from '../arbitration/plan-ground.ts';

export interface OpenMission {
  readonly row: MissionViewRow;
  /** Posts that nobody is proposed or contacted for. */
  readonly posts: number;
}

/** Every mission with a post left, by id. */
export function openMissions({ image, store }: PlanGround): readonly OpenMission[] {
  const { missions } = image;
  const held = new Map<string, number>();
  for (const { missionId } of readHeldPairs(store)) held.set(missionId, (held.get(missionId) ?? 0) + 1);
  const remaining = missions.image.column('remaining');
  return [...missions.rows.values()]
    .map((row) => {
      const left = Number(remaining.read(missions.image.slotOf(row.id) ?? -1) ?? 0);
      return { row, left, posts: Math.max(0, left - (held.get(row.id) ?? 0)) };
    })
    .filter(({ left }) => left > 0)
    .sort((left, right) => (left.row.id < right.row.id ? -1 : 1));
}
