import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MISSION_COLUMNS } from '../../contract/national/rows/mission-row.ts';
import { blankRow } from '../../tests/support/blank-row.ts';
import { applyEntry } from './mirror/apply-entries.ts';
import { openEncrypted } from './open-encrypted.ts';
import { readMissionView } from './queries/view-rows.ts';
import type { Store } from './store.ts';
import { openStore } from './store.ts';
import { StoreFault } from './store-fault.ts';

const KEY = new Uint8Array(32).fill(9);
const folders: string[] = [];
const stores: Store[] = [];

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-store-'));
  folders.push(folder);
  return join(folder, 'desk.db');
}

function open(path: string, key = KEY, personId = 'p-1'): Store {
  const store = openStore(path, key, { personId });
  stores.push(store);
  return store;
}

const faultOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof StoreFault ? error.code : String(error);
  }
};

const mission = (id: string, patch: object = {}) => ({
  kind: 'mission' as const,
  id,
  number: 1,
  row: { ...blankRow(MISSION_COLUMNS), id, state: 'open', priority: 'none', ...patch },
});

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the local base', () => {
  it('S50 holds no readable name: neither in the file, nor in its log, while open and after', () => {
    const path = freshPath();
    const store = open(path);
    store.transaction('mirror', (transaction) => {
      for (let index = 0; index < 50; index += 1) {
        applyEntry(transaction, mission(`m-${index}`, { note: `CANARY-${index} Dupont-Exemple` }));
      }
    });
    const readable = () =>
      readdirSync(join(path, '..')).filter((name) => {
        const bytes = readFileSync(join(path, '..', name));
        return bytes.includes('CANARY') || bytes.includes('SQLite format') || bytes.includes('infirmier');
      });
    expect(readdirSync(join(path, '..'))).toContain('desk.db-wal');
    expect(readable()).toEqual([]);
    store.checkpoint();
    expect(readable()).toEqual([]);
    expect([...readMissionView(store)]).toHaveLength(50);
  });

  it('S52 says that the key is not the right one, and changes nothing', () => {
    const path = freshPath();
    open(path).close();
    stores.length = 0;
    const before = readFileSync(path);
    expect(faultOf(() => open(path, new Uint8Array(32).fill(1)))).toBe('key-refused');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(open(path).created).toBe(false);
  });

  it('S62 is opened for nobody but its person', () => {
    const path = freshPath();
    open(path).close();
    stores.length = 0;
    expect(faultOf(() => open(path, KEY, 'p-2'))).toBe('other-person');
  });

  it('refuses a base of a newer version without touching it (TRUST R09)', () => {
    const path = freshPath();
    open(path).close();
    stores.length = 0;
    const newer = openEncrypted(path, KEY);
    newer.pragma('user_version = 99');
    newer.pragma('wal_checkpoint(TRUNCATE)');
    newer.close();
    const before = readFileSync(path);
    expect(faultOf(() => open(path))).toBe('newer-schema');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('makes the mirror anew for another contract, and keeps what the person owns', () => {
    const path = freshPath();
    const first = open(path);
    first.transaction('mirror', (transaction) => applyEntry(transaction, mission('m-1')));
    first.transaction('decision', ({ statements }) => {
      statements.run(`UPDATE meta SET value = '"another"' WHERE name = 'mirrorSchema'`);
      statements.run(`INSERT INTO "savedView" VALUES ('v-1', 'missions', 'Urgences', '{}', 1)`);
    });
    first.close();
    stores.length = 0;
    const second = open(path);
    expect([...readMissionView(second)]).toEqual([]);
    expect(second.statements.rows(`SELECT name FROM "savedView"`)).toEqual([{ name: 'Urgences' }]);
  });

  it('announces a commit once, with its revision, its topics and its rows; a failure announces nothing', () => {
    const store = open(freshPath());
    const heard: unknown[] = [];
    store.onChange(({ revision, topics, changed }) =>
      heard.push({ revision, topics, missions: [...(changed.get('mission') ?? [])] }),
    );
    store.transaction('mirror', (transaction) => {
      applyEntry(transaction, mission('m-1'));
      applyEntry(transaction, mission('m-2'));
    });
    store.transaction('mirror', () => undefined);
    expect(() =>
      store.transaction('mirror', (transaction) => {
        applyEntry(transaction, mission('m-3'));
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(heard).toEqual([{ revision: 1, topics: ['missions'], missions: ['m-1', 'm-2'] }]);
    expect(store.revision).toBe(1);
    expect([...readMissionView(store)].map(({ id }) => id)).toEqual(['m-1', 'm-2']);
  });

  it('sees a page that rotted on the disk instead of showing what it says (TRUST result 4)', () => {
    const path = freshPath();
    const store = open(path);
    store.transaction('mirror', (transaction) => {
      for (let index = 0; index < 400; index += 1)
        applyEntry(transaction, mission(`m-${index}`, { note: 'x'.repeat(300) }));
    });
    store.checkpoint();
    store.close();
    stores.length = 0;
    const whole = readFileSync(path);
    let seen = 0;
    const tries = 60;
    for (let index = 0; index < tries; index += 1) {
      const rotten = Buffer.from(whole);
      const place = 4096 + Math.floor(((index + 0.5) * (whole.length - 4096)) / tries);
      rotten.writeUInt8(rotten.readUInt8(place) ^ (1 << (index % 8)), place);
      const copy = freshPath();
      writeFileSync(copy, rotten);
      try {
        const other = open(copy);
        if ([...readMissionView(other)].length !== 400) seen += 1;
        else if (
          other.statements.rows<{ integrity_check: string }>('PRAGMA integrity_check')[0]?.integrity_check !== 'ok'
        )
          seen += 1;
      } catch (error) {
        if (error instanceof StoreFault && ['storage-damaged', 'key-refused'].includes(error.code)) seen += 1;
      }
    }
    expect(seen).toBe(tries);
  });

  it.each(['missionView', 'candidateView', 'proposalView'])(
    'reads %s by what is open alone, whatever the history',
    (view) => {
      const store = open(freshPath());
      const plan = store.statements.rows<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM "${view}"`);
      const steps = plan.map(({ detail }) => detail).join('\n');
      expect(steps).toContain('outboxOpenSubject');
      expect(steps).not.toContain('outboxBySubject');
    },
  );
});
