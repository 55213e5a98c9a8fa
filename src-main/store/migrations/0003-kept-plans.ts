/**
 * Plans of arbitration that were computed, so that a restart of the engine or of the application shows them again: what
 * was asked (small, written at each edit) apart from what came out (large, written at each run). Ids of people and
 * missions are in them: they go with the mirror when the base is erased.
 */
import type { Migration } from '../migration.ts';

export const keptPlans: Migration = {
  version: 3,
  statements: [
    `CREATE TABLE "keptPlan" (
      id TEXT NOT NULL PRIMARY KEY,
      asked TEXT NOT NULL CHECK (json_valid(asked)),
      made TEXT NOT NULL CHECK (json_valid(made))
    ) STRICT`,
  ],
};
