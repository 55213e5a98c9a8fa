/**
 * What the workspace owns itself: the outbox, small facts about the base, saved views. The mirror is not migrated: it
 * can be fetched again (store/mirror/ensure-mirror.ts).
 */
import type { Migration } from '../migration.ts';

const OPEN = `state IN ('pending', 'sending', 'conflict')`;

export const desk: Migration = {
  version: 1,
  statements: [
    `CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
    `CREATE TABLE "savedView" (
      id TEXT NOT NULL PRIMARY KEY, window TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE outbox (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      "commandId" TEXT NOT NULL UNIQUE,
      "personId" TEXT NOT NULL,
      "batchId" TEXT,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      fact TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 0),
      origin TEXT NOT NULL,
      input TEXT NOT NULL CHECK (json_valid(input)),
      "decidedAt" TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'confirmed', 'conflict', 'refused', 'withdrawn')),
      behind TEXT,
      replaces TEXT,
      "supersededBy" TEXT,
      undoes TEXT,
      "missionId" TEXT,
      "candidateId" TEXT,
      label TEXT NOT NULL,
      title TEXT NOT NULL,
      base TEXT NOT NULL CHECK (json_valid(base)),
      attempts INTEGER NOT NULL DEFAULT 0,
      "maybeJudged" INTEGER NOT NULL DEFAULT 0,
      "nextTryAt" TEXT,
      outcome TEXT,
      code TEXT,
      message TEXT,
      author TEXT,
      "authorAt" TEXT,
      "settledAt" TEXT,
      "settledVersion" INTEGER,
      "acknowledgedAt" TEXT
    ) STRICT`,
    // One open decision per subject and fact; what waits behind one is not yet in its place.
    `CREATE UNIQUE INDEX "outboxOneOpen" ON outbox (subject, fact) WHERE ${OPEN} AND behind IS NULL`,
    `CREATE UNIQUE INDEX "outboxOneBehind" ON outbox (behind) WHERE behind IS NOT NULL AND ${OPEN}`,
    `CREATE INDEX "outboxOpenSubject" ON outbox (subject, fact) WHERE ${OPEN}`,
    `CREATE INDEX "outboxOpenMission" ON outbox ("missionId") WHERE ${OPEN}`,
    `CREATE INDEX "outboxOpenCandidate" ON outbox ("candidateId") WHERE ${OPEN}`,
    `CREATE INDEX "outboxByState" ON outbox (state, sequence)`,
    `CREATE INDEX "outboxByBatch" ON outbox ("batchId") WHERE "batchId" IS NOT NULL`,
    `CREATE INDEX "outboxBySubject" ON outbox (subject, sequence)`,
    `CREATE INDEX "outboxByUndone" ON outbox (undoes) WHERE undoes IS NOT NULL`,
  ],
};
