import { describe, expect, it } from 'vitest';
import type { MapView } from '../../../contract/app/map-contract.ts';
import { inventMapNeeds, inventMapPeople, mapNeedsTable, mapPeopleTable } from '../../../tests/support/map-people.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';
import { countRings, missionPoint, personPoint } from './map-points.ts';
import { clusterNeeds } from './needs-clusters.ts';
import { territoryBalance } from './territory-balance.ts';

const FRANCE: MapView = { west: -5, south: 41, east: 10, north: 51.5, level: 9 };
const needs = inventMapNeeds(randomFrom(9), 300);
const missions = mapNeedsTable(needs);
const people = inventMapPeople(randomFrom(4), 500);
const candidates = mapPeopleTable(people);
const isOpen = ({ state, headcount, accepted }: (typeof needs)[number]) => state === 'open' && headcount > accepted;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('needs on the map', () => {
  it.each([[null], [['aide-soignant']], [['aide-soignant', 'infirmier-diplome-etat']], [[]]])(
    'are those with posts to fill, of %s',
    (professions) => {
      const wanted = needs.filter(
        (need) => isOpen(need) && need.latitude !== null && (professions?.includes(need.profession) ?? true),
      );
      const told = clusterNeeds(missions, professions, FRANCE);
      expect(sum(told.posts)).toBe(sum(wanted.map(({ headcount, accepted }) => headcount - accepted)));
      expect(sum(told.missions)).toBe(wanted.length);
      expect(told.ids.filter((id) => id !== null).every((id) => wanted.some((need) => need.id === id))).toBe(true);
      expect(told.ids.map((id) => id !== null)).toEqual(told.missions.map((count) => count === 1));
    },
  );

  it.each([[null], [['aide-soignant']]])('against free people, by département: %s', (professions) => {
    const of = (profession: string) => professions?.includes(profession) ?? true;
    const lines = territoryBalance(missions, candidates, professions);
    expect(lines.map(({ departement }) => departement)).toEqual(['54', '57', '88']);
    for (const { departement, ...line } of lines) {
      const here = needs.filter((need) => isOpen(need) && need.departement === departement && of(need.profession));
      const there = people.filter((person) => person.departement === departement && of(person.profession));
      expect(line).toEqual({
        posts: sum(here.map(({ headcount, accepted }) => headcount - accepted)),
        missions: here.length,
        free: there.filter(({ engagement, availability }) => engagement === 'none' && availability === 'available')
          .length,
        people: there.length,
      });
    }
  });
});

describe('places that the map marks by themselves', () => {
  it('count the rings around a mission from the narrowest, each with the narrower ones', () => {
    const mission = { longitude: 3, latitude: 46, radiusKm: 0, label: 'EHPAD de démonstration' };
    const mask = candidates.image.select([]);
    const rings = countRings(candidates, mask, mission);
    expect(rings.map(({ radiusKm }) => radiusKm)).toEqual([20, 50, 100]);
    expect(rings.map(({ count }) => count)).toEqual(rings.map(({ count }) => count).toSorted((one, two) => one - two));
    expect(rings[2]?.count).toBeGreaterThan(0);
    expect(countRings(candidates, mask, null)).toEqual([]);
  });

  it('say how far off a place may be, and nothing of a place that is unknown', () => {
    const nowhere = people.find(({ latitude }) => latitude === null);
    const near = people.find(({ latitude, precision }) => latitude !== null && precision === 'epci');
    expect(personPoint(candidates, near?.id ?? '')).toMatchObject({ radiusKm: 12, label: `Alix ${near?.id}` });
    expect(personPoint(candidates, nowhere?.id ?? '')).toBeNull();
    expect(personPoint(candidates, 'nobody')).toBeNull();
    expect(personPoint(candidates, null)).toBeNull();
    expect(missionPoint(undefined)).toBeNull();
    expect(missionPoint(missions.rows.get(needs.find(({ latitude }) => latitude === null)?.id ?? ''))).toBeNull();
  });
});
