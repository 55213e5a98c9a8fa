import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../tests/support/desk-rows.ts';
import { eraseLocal } from '../erase-local.ts';
import { forgetKeptPlan, keepPlan, keepPlanQuestion, readKeptPlans } from '../kept-plans.ts';
import { migrate } from '../migrate.ts';
import { openEncrypted } from '../open-encrypted.ts';
import type { Store } from '../store.ts';
import { desk } from './0001-desk.ts';
import { dailyFigures } from './0002-daily-figures.ts';

describe('migration 3, computed plans', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => store.close());

  it('comes to a base of the second schema without touching what it held', () => {
    const connection = openEncrypted(':memory:', new Uint8Array(32));
    migrate(connection, [desk, dailyFigures]);
    connection.exec(`INSERT INTO "savedView" VALUES ('v-1', 'missions', 'Nuits', '{}', 0)`);
    expect(migrate(connection)).toBe(2);
    expect(connection.prepare('SELECT name FROM "savedView"').pluck().all()).toEqual(['Nuits']);
    expect(connection.prepare('SELECT count(*) FROM "keptPlan"').pluck().get()).toBe(0);
    connection.close();
  });

  it('keeps a plan, what is asked of it apart, until it is forgotten', () => {
    keepPlan(store, { id: 'p-2', asked: '{"a":1}', made: '{"m":1}' });
    keepPlan(store, { id: 'p-1', asked: '{}', made: '{}' });
    keepPlanQuestion(store, 'p-2', '{"a":2}');
    expect(readKeptPlans(store)).toEqual([
      { id: 'p-1', asked: '{}', made: '{}' },
      { id: 'p-2', asked: '{"a":2}', made: '{"m":1}' },
    ]);
    forgetKeptPlan(store, 'p-1');
    expect(readKeptPlans(store).map(({ id }) => id)).toEqual(['p-2']);
  });

  it('S54 holds no plan any more once the base is erased: plans name people by their ids', () => {
    keepPlan(store, { id: 'p-1', asked: '{}', made: '{}' });
    eraseLocal(store);
    expect(readKeptPlans(store)).toEqual([]);
  });

  it('takes nothing that is not JSON', () => {
    expect(() => keepPlan(store, { id: 'p-1', asked: 'pas du JSON', made: '{}' })).toThrow(/CHECK/);
  });
});
