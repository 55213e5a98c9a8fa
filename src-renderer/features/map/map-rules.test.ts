import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapClusters } from '../../../contract/app/map-contract.ts';
import { distanceKm } from '../../../contract/domain/geography/distance.ts';
import { MAP_FRAMES } from '../../../contract/domain/geography/map-frame.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { balanceClass, byTension } from './balance-classes.ts';
import { clusterAt, clusterEntries } from './cluster-entry.ts';
import { circleBounds, geodesicCircle } from './geodesic-circle.ts';
import { peopleImage } from './image-names.ts';
import { haloFeatures, peopleFeatures, ringFeatures, shortCount } from './map-features.ts';
import { filterWords, professionsOf, questionOf } from './map-question.ts';
import { framedView, levelOf } from './map-view.ts';
import { FIRST_MAP_STATE, readMapWindowState } from './map-window-state.ts';
import { cornersOf } from './use-drawn-area.ts';

const CLUSTERS: MapClusters = {
  level: 9,
  longitudes: [6.18, 4.07, 7.1],
  latitudes: [48.69, 48.3, 48.2],
  counts: [100, 1, 3],
  free: [1, 0, 0],
  proposed: [60, 0, 0],
  contacted: [29, 1, 0],
  assigned: [10, 0, 3],
  unavailable: [0, 0, 0],
  approximate: [4, 1, 3],
  radiiKm: [12, 12, 25],
  ids: [null, 'c-1', null],
  places: ['Nancy (54)', 'Troyes (10)', 'Épinal (88)'],
  together: [false, true, true],
  cells: [[[264, 176]], [[260, 177]], [[265, 177]]],
};

describe('balance of needs and people', () => {
  it.each([
    [0, 0, 'none'],
    [0, 9, 'none'],
    [3, 0, 'nobody'],
    [3, 2, 'short'],
    [3, 3, 'tight'],
    [3, 6, 'enough'],
    [3, 15, 'ample'],
  ] as const)('%i posts, %i free: %s', (posts, free, wanted) => {
    expect(balanceClass({ posts, free })).toBe(wanted);
  });

  it('tells the tensest first', () => {
    const line = (departement: string, posts: number, free: number) => ({
      departement,
      posts,
      free,
      missions: 1,
      people: 9,
    });
    const lines = [line('54', 1, 9), line('57', 2, 0), line('88', 9, 0), line('10', 3, 2)];
    expect(byTension(lines).map(({ departement }) => departement)).toEqual(['88', '57', '10', '54']);
  });
});

describe('circles on the globe', () => {
  it('are so many kilometres away at every corner, and fit their bounds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -25, max: 60, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (longitude, latitude, kilometres) => {
          const centre = { longitude, latitude };
          const [west, south, east, north] = circleBounds(centre, kilometres);
          for (const [x, y] of geodesicCircle(centre, kilometres)) {
            expect(distanceKm(centre, { longitude: x, latitude: y })).toBeCloseTo(kilometres, 6);
            expect(y >= south - 1e-9 && y <= north + 1e-9).toBe(true);
            expect(x >= west - 0.05 && x <= east + 0.05).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the view', () => {
  it('counts by cells of 64 to 128 pixels', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 18, noNaN: true }), (zoom) => {
        const pixels = (512 * 2 ** zoom) / 2 ** levelOf(zoom);
        expect(pixels >= 64 - 1e-9 && pixels < 128).toBe(true);
      }),
    );
  });

  it('without a drawing is that of a frame; every territory has one, and one key', () => {
    for (const { bounds, id } of MAP_FRAMES) {
      const view = framedView(bounds, 1_000);
      expect([view.west, view.east]).toEqual([bounds[0], bounds[2]]);
      expect(view.level).toBeGreaterThan(6);
      expect(FR_MAP.frameKeys[id]).toMatch(/^\d$/);
    }
    expect(new Set(MAP_FRAMES.map(({ id }) => FR_MAP.frameKeys[id])).size).toBe(MAP_FRAMES.length);
  });
});

describe('markers', () => {
  it('tell the status by shape, and leave nobody’s share out of a large cluster', () => {
    expect(peopleImage(CLUSTERS, 1)).toBe('person:contacted');
    expect(peopleImage(CLUSTERS, 0)).toBe('people:20:1:7:1');
    expect(peopleImage(CLUSTERS, 2)).toBe('people:13:0:0:8');
  });

  it('are as many as clusters, with short counts', () => {
    expect(peopleFeatures(CLUSTERS).features.map(({ properties }) => properties?.['text'])).toEqual(['100', '', '3']);
    expect(shortCount(12_400)).toBe('12 k');
  });

  it('show a place that is not sure with a halo, and its words', () => {
    const texts = haloFeatures(CLUSTERS).features.flatMap(({ properties }) => properties?.['text'] ?? []);
    expect(texts).toEqual(['± 12 km', '± 25 km']);
  });

  it('draw three rings around a mission, and none without', () => {
    const mission = { longitude: 6, latitude: 48, radiusKm: 0, label: 'EHPAD de démonstration' };
    const texts = ringFeatures(mission).features.flatMap(({ properties }) => properties?.['text'] ?? []);
    expect(texts).toEqual(['100 km', '50 km', '20 km']);
    expect(ringFeatures(null).features).toEqual([]);
  });
});

describe('the twin', () => {
  const people = { revision: 1, complete: true, total: 104, outOf: 104, unplaced: 0, rings: [], looked: null };

  it('tells the nearest to the mission first, else the largest', () => {
    const mission = { longitude: 7.1, latitude: 48.2, radiusKm: 0, label: 'EHPAD de démonstration' };
    const places = (withMission: boolean) =>
      clusterEntries({ ...people, clusters: CLUSTERS, mission: withMission ? mission : null }).map(
        ({ place }) => place,
      );
    expect(places(false)).toEqual(['Nancy (54)', 'Troyes (10)', 'Épinal (88)']);
    expect(places(true)).toEqual(['Épinal (88)', 'Nancy (54)', 'Troyes (10)']);
  });

  it('names the very cells that a cluster was made of', () => {
    expect(clusterAt(CLUSTERS, 1)?.area).toEqual({ type: 'cells', level: 9, cells: [[260, 177]] });
    expect(clusterAt(CLUSTERS, 7)).toBeNull();
  });
});

describe('the question', () => {
  const filter = {
    filters: [
      { type: 'among' as const, column: 'profession', values: ['aide-soignant'] },
      { type: 'between' as const, column: 'distanceKm', from: null, to: 50 },
    ],
    search: 'metz',
  };

  it('F125 leaves rank and distance out where there is no mission', () => {
    expect(questionOf(null, filter).query.filters.map(({ column }) => column)).toEqual(['profession']);
    expect(questionOf('m-1', filter).query.filters).toHaveLength(2);
  });

  it('is about the mission’s profession, else those that are filtered by, else all', () => {
    expect(professionsOf('iade', filter)).toEqual(['iade']);
    expect(professionsOf(null, filter)).toEqual(['aide-soignant']);
    expect(professionsOf(null, { filters: [], search: '' })).toBeNull();
  });

  it('says its filters in words', () => {
    expect(filterWords(filter)).toBe('Aide-soignant, 1 filtre, recherche « metz »');
    expect(filterWords({ filters: [], search: ' ' })).toBe('');
  });
});

describe('what a window keeps', () => {
  it('comes back as it was, and as at first where it makes no sense', () => {
    const state = {
      ...FIRST_MAP_STATE,
      mode: 'balance' as const,
      needs: false,
      filter: { filters: [], search: 'metz' },
    };
    expect(readMapWindowState(JSON.stringify(state))).toEqual(state);
    expect(readMapWindowState(null)).toEqual(FIRST_MAP_STATE);
    expect(readMapWindowState('{"mode":"globe","filter":{"filters":[3,null],"search":4},"tab":[]}')).toEqual(
      FIRST_MAP_STATE,
    );
    expect(readMapWindowState('not json')).toEqual(FIRST_MAP_STATE);
  });
});

describe('what is drawn by hand', () => {
  const at = (x: number, y: number) => ({ x, y });

  it('is a box of four corners, a lasso of its own, and nothing for a press by mistake', () => {
    expect(cornersOf('box', [at(10, 10), at(50, 40)])).toEqual([at(10, 10), at(50, 10), at(50, 40), at(10, 40)]);
    expect(cornersOf('lasso', [at(0, 0), at(40, 0), at(20, 30)])).toHaveLength(3);
    expect(cornersOf('lasso', [at(0, 0), at(40, 0)])).toBeNull();
    expect(cornersOf('box', [at(10, 10), at(12, 11)])).toBeNull();
    expect(cornersOf('box', [])).toBeNull();
  });
});
