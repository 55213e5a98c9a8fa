import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SetAside } from '../../../src-main/engine/set-aside.ts';
import { openOrSetAside, setAsideBase } from '../../../src-main/engine/set-aside.ts';
import type { OutboxRow } from '../../../src-main/store/outbox/outbox-row.ts';
import { readUndelivered } from '../../../src-main/store/outbox/read-outbox.ts';
import { readMissionView } from '../../../src-main/store/queries/view-rows.ts';
import type { Salvage } from '../../../src-main/store/salvage-outbox.ts';
import type { Store } from '../../../src-main/store/store.ts';
import { openStore } from '../../../src-main/store/store.ts';
import { StoreFault } from '../../../src-main/store/store-fault.ts';
import { DESK_KEY, DESK_PERSON } from '../../support/desk-rows.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Photograph } from './damaged-bases.ts';
import { develop, photograph, SPOILS } from './damaged-bases.ts';
import { quickFolder } from './quick-folder.ts';

const NOW = Date.UTC(2020, 10, 15);
const SEEDS_EACH = 14;

describe('a base that the disk spoiled', () => {
  const folder = quickFolder('desk-damage-');
  const taken: { logged: Photograph | null; whole: Photograph | null } = { logged: null, whole: null };
  beforeAll(() => {
    for (const name of ['logged', 'whole'] as const) {
      const place = join(folder, name);
      mkdirSync(place);
      taken[name] = photograph(place, name === 'logged');
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** As the engine does: at opening, and again when a rotten page is met later. */
  function live(path: string): { store: Store; setAside: SetAside | null } {
    const open = (salvage: Salvage | undefined) =>
      openStore(path, DESK_KEY, { personId: DESK_PERSON, ...(salvage && { salvage }) });
    const opened = openOrSetAside(path, DESK_KEY, NOW, open);
    try {
      for (const _ of readMissionView(opened.store));
      // Sooner or later every page is read.
      const [first] = opened.store.statements.rows<{ integrity_check: string }>('PRAGMA main.integrity_check');
      if (first?.integrity_check !== 'ok') throw new StoreFault('storage-damaged');
      return opened;
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      opened.store.close();
      return setAsideBase(path, DESK_KEY, NOW, open);
    }
  }

  function play(name: 'logged' | 'whole', spoils: readonly string[], seed: string) {
    const photo = taken[name];
    if (photo === null) throw new Error('No photograph');
    const place = mkdtempSync(join(folder, 'case-'));
    const path = develop(place, photo, spoils, seededRandom(seed));
    const { store, setAside } = live(path);
    const open = new Map(readUndelivered(store.statements).map(({ commandId, input }) => [commandId, input]));
    const rows = store.statements.rows<OutboxRow>('SELECT * FROM outbox');
    const check = store.statements.rows<{ integrity_check: string }>('PRAGMA main.integrity_check');
    store.close();
    rmSync(place, { recursive: true, force: true });
    const missing = [...photo.open].filter(([id, input]) => open.get(id) !== input).map(([id]) => id);
    const doubled = rows.length - new Set(rows.map(({ commandId }) => commandId)).size;
    return {
      photo,
      missing,
      doubled,
      setAside,
      rows,
      kept: open.size,
      strange: [...open.keys()].filter((id) => !photo.known.has(id)),
      check,
    };
  }

  it.each(Object.keys(SPOILS))('R08 loses no decision that waits, and doubles none: %s', (spoil) => {
    for (const name of ['logged', 'whole'] as const) {
      for (let seed = 1; seed <= SEEDS_EACH; seed += 1) {
        const { missing, doubled, check } = play(name, [spoil], `${spoil}:${name}:${seed}`);
        expect([name, seed, missing, doubled, check]).toEqual([name, seed, [], 0, [{ integrity_check: 'ok' }]]);
      }
    }
  });

  it('R08 says what could not be read: decisions, counted', () => {
    const told = Array.from({ length: 60 }, (_, seed) =>
      play('whole', ['one page of zeros', 'no copy at all'], `count:${seed}`),
    );
    const losing = told.filter(({ setAside }) => setAside !== null && (setAside.lost ?? 0) > 0);
    expect(losing.length).toBeGreaterThan(2);
    for (const { setAside, rows, photo, kept } of losing)
      expect(setAside).toMatchObject({ cause: 'damaged', lost: photo.known.size - rows.length, kept });
  });

  it('R08 says that nobody can tell what was judged, when the first page is gone', () => {
    const { setAside, photo } = play('whole', ['one bit of the first page'], 'first page');
    expect(setAside).toMatchObject({ cause: 'damaged', kept: photo.open.size, lost: null });
  });

  it('R08 with base and copy both spoiled, keeps what one or the other still gives, and doubles nothing', () => {
    let whole = 0;
    const spoils = ['one bit of the base', 'one bit of the copy'];
    for (let seed = 1; seed <= 40; seed += 1) {
      const { missing, doubled, strange, setAside, photo } = play('whole', spoils, `both:${seed}`);
      expect([seed, doubled, strange]).toEqual([seed, 0, []]);
      // A bit of the base hides one page at most beyond the first: what is lost is said, or could not even be counted.
      if (missing.length > 0) expect(setAside === null || setAside.lost !== 0).toBe(true);
      expect(missing.length).toBeLessThanOrEqual(photo.open.size);
      if (missing.length === 0) whole += 1;
    }
    expect(whole).toBeGreaterThan(20);
  });
});
