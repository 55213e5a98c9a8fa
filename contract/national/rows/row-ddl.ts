/**
 * The tables that hold rows, derived from the same columns on both sides: the service's tables (with private columns
 * added there) and the workspace's mirror, whose DDL lives here so that a ready-made snapshot can be checked by schema
 * hash before it is trusted (ARCHITECTURE §6).
 */
import type { Columns } from './column.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from './row-kinds.ts';

const SQLITE_TYPES = { text: 'TEXT', integer: 'INTEGER', real: 'REAL', flag: 'INTEGER' } as const;

/** Column definitions of a mirror table, STRICT SQLite. */
function mirrorColumns(columns: Columns): string {
  return Object.entries(columns)
    .filter(([name]) => name !== 'id')
    .map(([name, { type, nullable }]) => `"${name}" ${SQLITE_TYPES[type]}${nullable ? '' : ' NOT NULL'}`)
    .join(', ');
}

/**
 * The mirror's tables: integer rowid, UNIQUE(id), and the feed number that guards against a stale page over a newer
 * row. Their text, joined by newlines, is what the schema hash of a bulk transfer is made of.
 */
export const MIRROR_DDL: readonly string[] = ROW_KIND_NAMES.map(
  (kind) =>
    `CREATE TABLE "${kind}" (rowid INTEGER PRIMARY KEY, "id" TEXT NOT NULL UNIQUE, "feedNumber" INTEGER NOT NULL, ${mirrorColumns(ROW_KINDS[kind])}) STRICT`,
);

/**
 * What the workspace's screens ask of SQL (the columnar image answers the rest): made after the load, which is the
 * single biggest gain of a first sync (PERFORMANCE §2a, §2c), and already inside a ready-made snapshot. Tables then
 * indexes, joined by newlines, are what a snapshot's schema hash is made of.
 */
export const MIRROR_INDEXES: readonly string[] = [
  'CREATE INDEX "missionByAgency" ON "mission" ("agency", "state", "startDate")',
  'CREATE INDEX "missionByDepartement" ON "mission" ("departement", "profession")',
  'CREATE INDEX "missionByPriority" ON "mission" ("priority", "startDate")',
  'CREATE INDEX "missionByEstablishment" ON "mission" ("establishmentId")',
  'CREATE INDEX "establishmentByFiness" ON "establishment" ("finess")',
  'CREATE INDEX "proposalByMission" ON "proposal" ("missionId", "state")',
  'CREATE INDEX "proposalByCandidate" ON "proposal" ("candidateId", "state")',
  'CREATE INDEX "proposalByState" ON "proposal" ("state", "contactedAt")',
  'CREATE INDEX "proposalByOpening" ON "proposal" ("openingId") WHERE "openingId" IS NOT NULL',
  'CREATE INDEX "accountRequestByState" ON "accountRequest" ("state", "submittedAt")',
  'CREATE INDEX "candidateByName" ON "candidate" ("lastName", "firstName")',
  'CREATE INDEX "candidateByNumber" ON "candidate" ("number")',
  'CREATE INDEX "candidateByProfession" ON "candidate" ("profession", "departement")',
  'CREATE INDEX "candidateByDepartement" ON "candidate" ("departement", "engagement")',
  'CREATE INDEX "candidateByPostalCode" ON "candidate" ("postalCode")',
  'CREATE INDEX "candidateByEngagement" ON "candidate" ("engagement", "engagedSince")',
  'CREATE INDEX "candidateByVerification" ON "candidate" ("verification", "createdAt")',
  'CREATE INDEX "candidateByStart" ON "candidate" ("startDate")',
  'CREATE INDEX "candidateByIdentifier" ON "candidate" ("identifier") WHERE "identifier" IS NOT NULL',
];
