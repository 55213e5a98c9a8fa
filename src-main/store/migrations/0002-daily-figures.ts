/**
 * One line a day of what the workstation saw: so that "what changed since yesterday" has a yesterday. It holds counts
 * only, by agency, département and profession: open missions, posts to fill, free people. No name, no identifier.
 */
import type { Migration } from '../migration.ts';

export const dailyFigures: Migration = {
  version: 2,
  statements: [
    `CREATE TABLE "dailyFigures" (
      day TEXT NOT NULL PRIMARY KEY,
      at TEXT NOT NULL,
      figures TEXT NOT NULL CHECK (json_valid(figures))
    ) STRICT, WITHOUT ROWID`,
  ],
};
