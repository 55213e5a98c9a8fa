import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decide, decisionOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import { migrate } from '../migrate.ts';
import { openEncrypted } from '../open-encrypted.ts';
import type { Store } from '../store.ts';
import { StoreFault } from '../store-fault.ts';
import { desk } from './0001-desk.ts';

describe('the first schema of the desk', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => store.close());

  const priority = (commandId: string, patch: object = {}) =>
    decisionOf(
      { commandId, kind: 'mission.set-priority', subject: 'm-1', fact: 'priority', missionId: 'm-1', ...patch },
      { priority: 'P1', reason: null },
    );

  describe('migration 1, the outbox', () => {
    it('takes one open decision per subject and fact, whatever the code above believes', () => {
      decide(store, priority('k-1'));
      expect(() => decide(store, priority('k-2'))).toThrow(/UNIQUE/);
      decide(store, priority('k-3', { behind: 'k-1' }));
      expect(() => decide(store, priority('k-4', { behind: 'k-1' }))).toThrow(/UNIQUE/);
      decide(
        store,
        decisionOf({ commandId: 'k-5', kind: 'mission.note', subject: 'm-1', fact: 'note' }, { text: 'Autre fait' }),
      );
      expect(store.statements.rows('SELECT "commandId" FROM outbox ORDER BY sequence')).toHaveLength(3);
    });

    it('knows no other state and no input that is not JSON', () => {
      expect(() => decide(store, { ...priority('k-1'), input: 'pas du JSON' })).toThrow(/CHECK/);
      decide(store, priority('k-1'));
      expect(() =>
        store.transaction('decision', ({ statements }) => statements.run(`UPDATE outbox SET state = 'perdue'`)),
      ).toThrow(/CHECK/);
    });

    it('is whole or not at all', () => {
      const connection = openEncrypted(':memory:', new Uint8Array(32));
      const broken = { version: 1, statements: [...desk.statements, 'CREATE TABLE outbox (again TEXT)'] };
      expect(() => migrate(connection, [broken])).toThrow(/already exists/);
      expect(connection.prepare('SELECT count(*) FROM sqlite_master').pluck().get()).toBe(0);
      expect(migrate(connection, [desk])).toBe(0);
      expect(migrate(connection, [desk])).toBe(1);
      connection.pragma('user_version = 7');
      expect(() => migrate(connection)).toThrow(StoreFault);
      connection.close();
    });
  });
});
