import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DESK_KEY, DESK_PERSON, decide, decisionOf } from '../../tests/support/desk-rows.ts';
import { countOutbox } from '../store/outbox/read-outbox.ts';
import { openStore } from '../store/store.ts';
import { openOrSetAside } from './set-aside.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'set-aside-'));
  folders.push(folder);
  return join(folder, 'base.sqlite');
}
const open = (path: string, key = DESK_KEY, personId = DESK_PERSON) => {
  const { store, setAside } = openOrSetAside(path, key, Date.UTC(2020, 10, 15), (salvage) =>
    openStore(path, key, { personId, ...(salvage && { salvage }) }),
  );
  return { store, setAside, quarantined: setAside?.quarantined ?? null };
};

describe('a base that cannot be read', () => {
  it('is moved beside itself, byte by byte as it was, and a new one is opened', () => {
    const path = freshPath();
    writeFileSync(path, 'not a base at all, but somebody’s'.repeat(200));
    const before = readFileSync(path);
    const { store, quarantined } = open(path);
    expect(store.created).toBe(true);
    store.close();
    if (quarantined === null) throw new Error('Nothing was set aside');
    expect(readFileSync(quarantined).equals(before)).toBe(true);
    expect(existsSync(path)).toBe(true);
  });

  it('S50 under another key is set aside whole: with its own key it opens again', () => {
    const path = freshPath();
    const first = open(path).store;
    decide(
      first,
      decisionOf({ commandId: 'k-1', kind: 'mission.note', subject: 'm-1', fact: 'note' }, { text: 'Gardé' }),
    );
    first.close();
    const { store, quarantined } = open(path, new Uint8Array(32).fill(9));
    store.close();
    const again = openStore(quarantined ?? '', DESK_KEY, { personId: DESK_PERSON });
    expect(countOutbox(again.statements).waiting).toBe(1);
    again.close();
  });

  it('S62 but belongs to somebody else stays where it is', () => {
    const path = freshPath();
    open(path).store.close();
    expect(() => open(path, DESK_KEY, 'somebody-else')).toThrow('autre personne');
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('mise-de-cote'))).toEqual([]);
  });

  it('opens as ever when nothing is wrong', () => {
    const path = freshPath();
    open(path).store.close();
    const { store, quarantined } = open(path);
    expect([store.created, quarantined]).toEqual([false, null]);
    store.close();
  });
});
