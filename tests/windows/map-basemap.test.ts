import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDepartementCode } from '../../contract/domain/geography/departement.ts';
import { MAP_FRAMES } from '../../contract/domain/geography/map-frame.ts';
import { drawBasemap } from '../../scripts/geodata/draw-basemap.mjs';

interface Shape {
  readonly properties: Readonly<Record<string, string>>;
}
interface Label {
  readonly properties: { readonly kind: string; readonly name: string; readonly code?: string };
  readonly geometry: { readonly coordinates: readonly [number, number] };
}

const shipped = JSON.parse(readFileSync(new URL('../../resources/basemap/basemap.json', import.meta.url), 'utf8'));
const labels = shipped.labels.features as readonly Label[];
const named = (kind: string) => labels.filter(({ properties }) => properties.kind === kind);

describe('the ground of the map', () => {
  it('is what the geographic files give', () => {
    expect(shipped).toEqual(JSON.parse(JSON.stringify(drawBasemap())));
  });

  it('holds 101 départements, 18 regions and 18 agencies', () => {
    const codes = (shipped.departements.features as readonly Shape[]).map(({ properties }) => properties['code'] ?? '');
    expect(new Set(codes).size).toBe(101);
    expect(codes.every(isDepartementCode)).toBe(true);
    expect(shipped.regions.features).toHaveLength(18);
    expect(Object.keys(shipped.agencies)).toHaveLength(18);
    expect(named('region')).toHaveLength(18);
  });

  it.each(MAP_FRAMES.map(({ id, bounds }) => [id, bounds] as const))(
    'names towns within the frame of %s',
    (_, bounds) => {
      const [west, south, east, north] = bounds;
      const inside = named('town').filter(
        ({ geometry: { coordinates } }) =>
          coordinates[0] > west && coordinates[0] < east && coordinates[1] > south && coordinates[1] < north,
      );
      expect(inside.length).toBeGreaterThan(0);
    },
  );
});
