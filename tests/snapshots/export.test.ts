import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ExportStopped } from '../../src-main/engine/snapshots/export-job.ts';
import { makeSnapshot } from '../../src-main/engine/snapshots/make-snapshot.ts';
import { keyOfSeries, listSeries, seriesNamed } from '../../src-main/engine/snapshots/series.ts';
import { approve } from '../../src-main/snapshots/format/approval.ts';
import { openStore } from '../../src-main/store/store.ts';
import { confirm, DESK_KEY, DESK_PERSON, entryOf } from '../support/desk-rows.ts';
import { exported, job, orderOf, readBack, WHOLE } from './exported.ts';
import { COLLEAGUE, SECOND } from './sample-snapshot.ts';
import { CANARIES, fillRegion, smallRegion } from './small-region.ts';

const folder = mkdtempSync(join(tmpdir(), 'renfort-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keyOf = (byte: number) => new Uint8Array(32).fill(byte);
const wordsOfCanaries = Object.values(CANARIES).map(String);

describe('a pseudonymised export', () => {
  it('D8 holds none of the canaries: name, place, identifier, number, note, regulator, address, phone', async () => {
    const { text, manifest } = await readBack(await exported(smallRegion()));
    expect(wordsOfCanaries.filter((canary) => text.includes(canary))).toEqual([]);
    expect(text).not.toMatch(/candidate-\d|proposal-\d|48\.12/);
    expect(manifest).toMatchObject({ smallest: 5, approval: null });
  });

  it('D8 has each combination of what it says of people five times at least, measured on the file', async () => {
    const { rows, manifest } = await readBack(await exported(smallRegion()));
    const people = rows['candidate'] ?? [];
    const counts = new Map<string, number>();
    for (const { id: _, ...rest } of people) {
      const key = JSON.stringify(rest);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(5);
    expect(people.length + manifest.withheld).toBe(900);
    expect(people.filter(({ profession, agency }) => profession !== null && agency !== null).length).toBeGreaterThan(
      800,
    );
  });

  it('D8 does not link to one of another series: no shared pseudonym, no combination of fewer than five, no order', async () => {
    const store = smallRegion();
    const [one, again, other] = await Promise.all(
      [1, 1, 2].map(async (byte) => readBack(await exported(store, { pseudonymKey: keyOf(byte) }))),
    );
    const idsOf = (of: typeof one, part: string) => (of?.rows[part] ?? []).map(({ id }) => String(id));
    expect(idsOf(again, 'candidate')).toEqual(idsOf(one, 'candidate'));
    for (const part of ['candidate', 'proposal']) {
      const known = new Set(idsOf(one, part));
      expect(idsOf(other, part).filter((id) => known.has(id))).toEqual([]);
      expect(idsOf(one, part)).toEqual([...known].sort());
    }
    const trace = (of: typeof one) => new Set((of?.rows['proposal'] ?? []).map(({ candidateId }) => candidateId));
    expect(trace(one).size).toBe(150);
  });

  it('takes the scope that was asked', async () => {
    const scope = { agency: 6, departements: ['54'], professions: ['aide-soignant'], from: null, until: null };
    const { rows } = await readBack(await exported(smallRegion(), { request: { ...WHOLE, scope } }));
    const places = new Set(
      (rows['mission'] ?? []).map(({ departement, profession }) => `${departement} ${profession}`),
    );
    expect([...places]).toEqual(['54 aide-soignant']);
    const missions = new Set((rows['mission'] ?? []).map(({ id }) => id));
    expect((rows['proposal'] ?? []).every(({ missionId }) => missions.has(missionId ?? null))).toBe(true);
    const late = { ...scope, departements: [], professions: [], from: '2021-06-01' };
    expect(
      (await readBack(await exported(smallRegion(), { request: { ...WHOLE, scope: late } }))).rows['mission'],
    ).toBeUndefined();
  });
});

describe('a nominative export', () => {
  it('D8 names people once a second person agreed, and never brings what the base does not hold', async () => {
    const request = { ...WHOLE, nominative: true };
    const approval = approve(request, SECOND, '2020-11-15T10:00:00.000Z', COLLEAGUE);
    const { rows, manifest } = await readBack(await exported(smallRegion(), { request, approval }));
    expect(rows['candidate']).toHaveLength(900);
    expect(rows['candidate']?.[0]).toMatchObject({ firstName: CANARIES.firstName });
    expect(manifest.parts.find(({ name }) => name === 'candidate')?.columns.map(({ name }) => name)).not.toContain(
      'mergedInto',
    );
    expect(manifest).toMatchObject({ smallest: 0, withheld: 0 });
  });
});

describe('an export under way', () => {
  it('stops when it is told to', async () => {
    const read = { rows: 0 };
    const stopping = job({
      turns: { later: async () => undefined, stopwatch: () => read.rows * 10 },
      onRows: (rows) => {
        read.rows += rows;
      },
      isStopped: () => read.rows > 300,
    });
    await expect(makeSnapshot(stopping, smallRegion().readInstant(), orderOf())).rejects.toThrow(ExportStopped);
    expect(read.rows).toBeLessThan(400);
  });

  it('reads one instant, whatever is confirmed meanwhile', async () => {
    const store = fillRegion(openStore(join(folder, 'base.sqlite'), DESK_KEY, { personId: DESK_PERSON }));
    const held = { moved: false };
    const moving = job({
      turns: { later: async () => undefined, stopwatch: () => performance.now() * 1e6 },
      onRows: () => {
        if (held.moved) return;
        held.moved = true;
        confirm(
          store,
          entryOf('mission', 'mission-late', { agency: 6 }, 9),
          entryOf('candidate', 'candidate-late', {}, 9),
        );
      },
    });
    const { pieces } = await makeSnapshot(moving, store.readInstant(), orderOf());
    const bytes = new Uint8Array(Buffer.concat(pieces));
    const { rows, text } = await readBack(bytes);
    expect(held.moved).toBe(true);
    expect(text).not.toContain('mission-late');
    expect(rows['mission']).toHaveLength(60);
    store.close();
  });
});

describe('series', () => {
  it('keep their key in the base, one per name', () => {
    const store = smallRegion();
    const make = { id: () => 'series-a', at: '2020-11-15T08:00:00.000Z', randomBytes: () => keyOf(9) };
    expect(seriesNamed(store, 'Relève', make).id).toBe('series-a');
    expect(seriesNamed(store, 'Relève', { ...make, id: () => 'series-b' }).id).toBe('series-a');
    expect(listSeries(store)).toHaveLength(1);
    expect(keyOfSeries(store, 'series-a')).toEqual(keyOf(9));
    expect(keyOfSeries(store, 'series-z')).toBeNull();
  });
});
