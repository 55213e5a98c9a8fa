import { addDays, todayIn } from '../../contract/domain/civil-date.ts';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { World } from '../support/world.ts';

/** A day counted from today, in Grand-Est. */
export const inDays = (days: number): string => addDays(todayIn('Europe/Paris', Date.now()), days);

/** So many open missions of Grand-Est, ten to an establishment. */
export async function placeMissions(
  world: World,
  count: number,
  patch: Partial<Stored<'mission'>> = {},
): Promise<readonly Stored<'mission'>[]> {
  const missions: Stored<'mission'>[] = [];
  let establishment = await world.establishment();
  for (let index = 0; index < count; index += 1) {
    if (index % 10 === 9) {
      const name = `EHPAD de démonstration – ${String(index + 1).padStart(3, '0')}`;
      establishment = await world.establishment({ name, finess: String(549_900_100 + index) });
    }
    missions.push(
      await world.mission({
        establishmentId: establishment.id,
        establishmentName: establishment.name,
        headcount: 1 + (index % 3),
        startDate: inDays(1 + (index % 9)),
        endDate: inDays(20 + (index % 5)),
        ...patch,
      }),
    );
  }
  return missions;
}
