import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirm, decide, decisionOf, entryOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';
import { makeMirrorWhole } from '../../../tests/support/whole-mirror.ts';
import type { StoreTopic } from '../../store/change-notice.ts';
import type { Store } from '../../store/store.ts';
import { createRowSource } from '../row-source.ts';
import { CANDIDATE_ROW_NAMES, MISSION_ROW_NAMES } from '../rows/make-images.ts';
import { DeskImage } from './desk-image.ts';

const NOON = Date.parse('2020-11-15T11:00:00Z');
/** Every turn of work that follows a change has gone by. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** All that the image says, row by row. */
function everything({ missions, candidates }: DeskImage) {
  const rows = (table: typeof missions.image, names: readonly string[]) =>
    [...table.order(null)].map((slot) => table.row(slot, names));
  return {
    missions: rows(missions.image, MISSION_ROW_NAMES),
    candidates: rows(candidates.image, CANDIDATE_ROW_NAMES),
  };
}

const missionOf = (image: DeskImage, id: string) => {
  const slot = image.missions.image.slotOf(id);
  return slot === undefined ? null : image.missions.image.row(slot, MISSION_ROW_NAMES);
};

describe('the image of the desk', () => {
  const time = { now: NOON };
  const told: { revision: number; topics: readonly StoreTopic[] }[] = [];
  let store: Store;
  const images: DeskImage[] = [];

  beforeEach(() => {
    time.now = NOON;
    told.length = 0;
    store = memoryStore();
  });
  afterEach(() => {
    for (const image of images.splice(0)) image.stop();
    store.close();
  });

  function openImage(faults: unknown[] = []): DeskImage {
    const image = new DeskImage({
      source: createRowSource(store),
      clock: () => time.now,
      turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
      tell: (revision, topics) => told.push({ revision, topics }),
      onFault: (error) => faults.push(error),
    });
    images.push(image);
    return image;
  }

  async function startImage(): Promise<DeskImage> {
    const faults: unknown[] = [];
    const image = openImage(faults);
    await image.loaded('mission');
    await image.loaded('candidate');
    await settled();
    expect(faults).toEqual([]);
    return image;
  }

  it('after any changes is what it would be had it been read anew, score and supply included', async () => {
    const random = randomFrom(11);
    const image = await startImage();
    makeMirrorWhole(store);
    const professions = ['infirmier-diplome-etat', 'aide-soignant'];
    let number = 1;
    for (let round = 0; round < 60; round += 1) {
      number += 1;
      const id = String(random.next(12));
      const profession = random.pick(professions);
      const moves = [
        () =>
          confirm(store, entryOf('mission', `m-${id}`, { profession, headcount: random.next(4), weekend: 1 }, number)),
        () => confirm(store, { kind: 'mission', id: `m-${id}`, number, gone: true } as never),
        () =>
          confirm(
            store,
            entryOf(
              'candidate',
              `c-${id}`,
              { profession, weekend: random.pick([0, 1]), agency: random.pick([6, 4]) },
              number,
            ),
          ),
        () => confirm(store, { kind: 'candidate', id: `c-${id}`, number, gone: true } as never),
        () =>
          confirm(
            store,
            entryOf(
              'proposal',
              `p-${id}`,
              {
                missionId: `m-${random.next(12)}`,
                candidateId: `c-${random.next(12)}`,
                state: random.pick(['open', 'refused', 'accepted', 'withdrawn']),
                startDate: '2020-11-16',
                endDate: '2020-11-20',
              },
              number,
            ),
          ),
        () =>
          confirm(
            store,
            entryOf(
              'opening',
              `o-${random.next(2)}`,
              {
                state: random.pick(['active', 'closed']),
                receiverAgency: 6,
                lenderAgencies: '[4]',
                poolKinds: 4,
                professions: '[]',
                specialties: '[]',
                mobilisations: '["national"]',
                fromDate: '2020-11-01',
                untilDate: '2020-12-01',
                createdAt: '2020-11-01T08:00:00.000Z',
              },
              number,
            ),
          ),
      ];
      random.pick(moves)();
      if (random.next(3) === 0) image.flush();
      if (random.next(5) === 0) await settled();
    }
    await settled();
    image.flush();
    await settled();
    const fresh = await startImage();
    expect(everything(image)).toEqual(everything(fresh));
    expect(everything(image).missions.length).toBeGreaterThan(3);
    expect(image.revision).toBe(store.revision);
  });

  it('shows a decision in the first answer after its commit, and tells windows once for many', async () => {
    confirm(store, entryOf('mission', 'm-1'), entryOf('mission', 'm-2'));
    const image = await startImage();
    told.length = 0;
    for (const id of ['m-1', 'm-2']) {
      decide(
        store,
        decisionOf(
          { commandId: `k-${id}`, kind: 'mission.set-priority', subject: id, fact: 'priority', missionId: id },
          { priority: 'P1', reason: null },
        ),
      );
    }
    image.flush();
    expect(missionOf(image, 'm-2')).toMatchObject({ priority: 'P1', hasOpenIntent: 1 });
    expect(image.revision).toBe(store.revision);
    await settled();
    expect(told[0]?.topics).toEqual(expect.arrayContaining(['missions', 'outbox']));
    expect(told.filter(({ topics }) => topics.includes('outbox'))).toHaveLength(1);
  });

  it('is not complete until the first transfer is whole', async () => {
    const image = await startImage();
    expect([image.isComplete('mission'), image.isComplete('candidate')]).toEqual([false, false]);
    makeMirrorWhole(store);
    store.mirrorReplaced();
    image.flush();
    await settled();
    expect([image.isComplete('mission'), image.isComplete('candidate')]).toEqual([true, true]);
  });

  it('F100 says no supply rather than none while people are being read', async () => {
    confirm(store, entryOf('mission', 'm-1'), entryOf('candidate', 'c-1'));
    const image = openImage();
    await image.loaded('mission');
    image.deriveAll();
    expect(missionOf(image, 'm-1')).toMatchObject({ supplyOwn: null, supplyOpened: null });
    await image.loaded('candidate');
    await settled();
    expect(missionOf(image, 'm-1')).toMatchObject({ supplyOwn: 1, supplyOpened: 0 });
  });

  it('F63 leaves archived missions out, and people merged into others', async () => {
    confirm(store, entryOf('mission', 'm-1'), entryOf('candidate', 'c-1'));
    const image = await startImage();
    confirm(
      store,
      entryOf('mission', 'm-1', { state: 'archived' }, 2),
      entryOf('candidate', 'c-1', { mergedInto: 'c-2' }, 2),
    );
    image.flush();
    expect(everything(image)).toEqual({ missions: [], candidates: [] });
  });

  it('follows midnight where each agency lives: La Réunion first, Guyane last', async () => {
    const ending = { endDate: '2020-11-15', startDate: '2020-11-10' };
    confirm(
      store,
      entryOf('mission', 'm-6', ending),
      entryOf('mission', 'm-9', { ...ending, agency: 9 }),
      entryOf('mission', 'm-11', { ...ending, agency: 11 }),
    );
    const image = await startImage();
    const states = async (at: string) => {
      time.now = Date.parse(at);
      image.flush();
      await settled();
      return ['m-11', 'm-6', 'm-9'].map((id) => missionOf(image, id)?.['missionState']);
    };
    expect(await states('2020-11-15T19:59:00Z')).toEqual(['open', 'open', 'open']);
    expect(await states('2020-11-15T20:01:00Z')).toEqual(['ended', 'open', 'open']);
    expect(await states('2020-11-15T23:01:00Z')).toEqual(['ended', 'ended', 'open']);
    expect(await states('2020-11-16T03:01:00Z')).toEqual(['ended', 'ended', 'ended']);
    expect(missionOf(image, 'm-9')).toMatchObject({ remaining: 0, score: 0, ageDays: 2 });
  });

  it('tells how long people wait as time goes by', async () => {
    confirm(store, entryOf('candidate', 'c-1', { engagement: 'contacted', engagedSince: '2020-11-15T01:00:00.000Z' }));
    const image = await startImage();
    const hours = () => everything(image).candidates[0]?.['engagedHours'];
    image.flush();
    expect(hours()).toBe(10);
    time.now += 2 * 3_600_000;
    image.flush();
    expect(hours()).toBe(12);
  });
});
