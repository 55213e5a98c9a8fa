import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../tests/support/desk-rows.ts';
import type { DayFigure } from '../daily-figures.ts';
import { keepDailyFigures, readFiguresBefore, readLastKept } from '../daily-figures.ts';
import { migrate } from '../migrate.ts';
import { openEncrypted } from '../open-encrypted.ts';
import type { Store } from '../store.ts';
import { desk } from './0001-desk.ts';

const FIGURE: DayFigure = { agency: 6, departement: '54', profession: 'aide-soignant', missions: 2, posts: 5, free: 3 };

describe('migration 2, one line a day', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => store.close());

  const keep = (day: string, posts: number) =>
    keepDailyFigures(store, { day, at: `${day}T09:00:00.000Z`, figures: [{ ...FIGURE, posts }] });

  it('comes to a base of the first schema without touching what it held', () => {
    const connection = openEncrypted(':memory:', new Uint8Array(32));
    migrate(connection, [desk]);
    connection.exec(`INSERT INTO "savedView" VALUES ('v-1', 'missions', 'Nuits', '{}', 0)`);
    expect(migrate(connection)).toBe(1);
    expect(connection.prepare('SELECT name FROM "savedView"').pluck().all()).toEqual(['Nuits']);
    expect(connection.prepare('SELECT count(*) FROM "dailyFigures"').pluck().get()).toBe(0);
    connection.close();
  });

  it('keeps the last figures of each day, and gives those of the last day before', () => {
    keep('2020-11-13', 1);
    keep('2020-11-15', 2);
    keep('2020-11-15', 3);
    expect(readFiguresBefore(store, '2020-11-13')).toBeNull();
    expect(readFiguresBefore(store, '2020-11-15')).toMatchObject({ day: '2020-11-13', figures: [{ posts: 1 }] });
    expect(readFiguresBefore(store, '2020-11-16')).toEqual({
      day: '2020-11-15',
      at: '2020-11-15T09:00:00.000Z',
      figures: [{ ...FIGURE, posts: 3 }],
    });
    expect(readLastKept(store)).toBe('2020-11-15T09:00:00.000Z');
  });

  it('forgets what is older than three months', () => {
    keep('2020-08-01', 1);
    keep('2020-11-15', 2);
    expect(readFiguresBefore(store, '2020-11-15')).toBeNull();
  });

  it('takes nothing that is not JSON', () => {
    expect(() =>
      store.transaction('mirror', ({ statements }) =>
        statements.run(`INSERT INTO "dailyFigures" VALUES ('2020-11-15', '', 'pas du JSON')`),
      ),
    ).toThrow(/CHECK/);
  });
});
