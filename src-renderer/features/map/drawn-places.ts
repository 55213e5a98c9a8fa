/** Where people and establishments are drawn so that no marker covers another (keep-apart.ts), on the map as it stands. */
import type { MapPoint, NeedsOnMap, PeopleOnMap } from '../../../contract/app/map-contract.ts';
import type { DeskMap } from './desk-map.ts';
import { needSide, radiusOf } from './image-names.ts';
import type { Mark } from './keep-apart.ts';
import { keepApart } from './keep-apart.ts';
import type { DrawnAt } from './map-features.ts';

type Projection = Pick<DeskMap, 'project' | 'unproject'>;

const PERSON_RADIUS = 9;
/** The plate of the mission stands over its place, on a tip. */
const PLATE = { above: 21, radius: 14 };
/** A square reaches farther than a disc as wide. */
const CORNER = 1.2;

function marksOf(
  map: Projection,
  places: readonly number[],
  latitudes: readonly number[],
  radius: (at: number) => number,
) {
  return places.map((longitude, index): Mark => {
    const { x, y } = map.project(longitude, latitudes[index] ?? 0);
    return { x, y, radius: radius(index) };
  });
}

function plateOf(map: Projection, { longitude, latitude }: MapPoint): Mark {
  const { x, y } = map.project(longitude, latitude);
  return { x, y: y - PLATE.above, radius: PLATE.radius };
}

/** @param needs null while they are not shown: nothing gives way to them */
export function drawnPlaces(
  map: Projection,
  people: PeopleOnMap | null,
  needs: NeedsOnMap | null,
): { readonly people: DrawnAt; readonly needs: DrawnAt } {
  const clusters = people?.clusters;
  const ofPeople = marksOf(map, clusters?.longitudes ?? [], clusters?.latitudes ?? [], (at) => {
    const count = clusters?.counts[at] ?? 0;
    return count === 1 ? PERSON_RADIUS : radiusOf(count);
  });
  const plate = people === null || people.mission === null ? [] : [plateOf(map, people.mission)];
  const peopleSpots = keepApart(ofPeople, plate);
  const standing = ofPeople.map(({ radius }, at): Mark => ({ ...(peopleSpots[at] ?? { x: 0, y: 0 }), radius }));
  const ofNeeds = marksOf(
    map,
    needs?.longitudes ?? [],
    needs?.latitudes ?? [],
    (at) => (needSide(needs?.posts[at] ?? 0) / 2) * CORNER,
  );
  return {
    people: peopleSpots.map((spot) => map.unproject(spot)),
    needs: keepApart(ofNeeds, [...plate, ...standing]).map((spot) => map.unproject(spot)),
  };
}
