/** Brings the workspace's own tables to the present schema: each step whole or not at all; a newer base is not touched. */
import type { Migration } from './migration.ts';
import { desk } from './migrations/0001-desk.ts';
import { dailyFigures } from './migrations/0002-daily-figures.ts';
import { keptPlans } from './migrations/0003-kept-plans.ts';
import type { Connection } from './open-encrypted.ts';
import { StoreFault } from './store-fault.ts';

/** In order; a released one never changes. */
export const MIGRATIONS: readonly Migration[] = [desk, dailyFigures, keptPlans];

/**
 * @returns the version that the base had
 * @throws StoreFault 'newer-schema', nothing having been written
 */
export function migrate(connection: Connection, migrations: readonly Migration[] = MIGRATIONS): number {
  const found = Number(connection.pragma('user_version', { simple: true }));
  if (found > (migrations.at(-1)?.version ?? 0)) throw new StoreFault('newer-schema');
  for (const { version, statements } of migrations) {
    if (version <= found) continue;
    connection.transaction(() => {
      for (const statement of statements) connection.exec(statement);
      connection.pragma(`user_version = ${version}`);
    })();
  }
  return found;
}
