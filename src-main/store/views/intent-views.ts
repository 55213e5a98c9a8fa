/**
 * What is open, ready to be joined: the last decision of each chain (a decision may wait behind another of its own
 * subject and fact). A conflict is open, and marked, but no longer shown over the truth: it was judged not to hold.
 *
 * ```
 *  outbox: pending ◀─behind─ pending        intent: the last of the chain, while it may still come true
 * ```
 */
// Said word for word as the partial indexes of the outbox say it: only then are they used, and they hold what is open alone.
const OPEN = `state IN ('pending', 'sending', 'conflict')`;

/** Proposals count where the nation counts them (DOMAIN §2.2, §3). */
const counts = (column: string, states: string) => `COALESCE(${column} IN (${states}), 0)`;
const gain = (states: string) => `SUM(${counts('becomes', states)} - ${counts('was', states)})`;

export const INTENT_VIEWS: readonly string[] = [
  `CREATE TEMP VIEW intent AS
    SELECT * FROM main.outbox AS one
    WHERE state IN ('pending', 'sending') AND ${OPEN}
      AND NOT EXISTS (SELECT 1 FROM main.outbox AS next WHERE next.behind = one."commandId" AND next.${OPEN})`,
  `CREATE TEMP VIEW "proposalIntent" AS
    SELECT i."commandId", i.subject, i."missionId", i."candidateId", i."decidedAt", q.state AS was,
      CASE i.kind
        WHEN 'proposal.create' THEN COALESCE(q.state, 'open')
        WHEN 'proposal.withdraw' THEN 'withdrawn'
        WHEN 'proposal.release' THEN 'released'
        WHEN 'proposal.assign-on-behalf' THEN 'accepted'
        WHEN 'proposal.end-early' THEN 'ended-early'
        WHEN 'proposal.cancel-assignment' THEN 'cancelled'
        ELSE q.state
      END AS becomes
    FROM intent AS i LEFT JOIN main.proposal AS q ON q.id = i.subject
    WHERE i.fact = 'proposal'`,
  `CREATE TEMP VIEW "missionIntent" AS
    SELECT "missionId", ${gain(`'open', 'suspended'`)} AS proposed, ${gain(`'contacted'`)} AS contacted,
      ${gain(`'accepted', 'ended'`)} AS accepted
    FROM "proposalIntent" GROUP BY "missionId"`,
  `CREATE TEMP VIEW "candidateIntent" AS
    SELECT "candidateId", ${gain(`'open', 'suspended'`)} AS waiting, ${gain(`'contacted'`)} AS contacted,
      ${gain(`'accepted'`)} AS assigned, MAX("decidedAt") AS "decidedAt"
    FROM "proposalIntent" GROUP BY "candidateId"`,
];

/** The two flags of a row: whether anything is open about it, and whether any of it is in conflict. */
export function intentFlags(condition: string): string {
  const exists = (states: string) => `EXISTS (SELECT 1 FROM main.outbox AS o WHERE ${condition} AND o.${states})`;
  return `${exists(OPEN)} AS "hasOpenIntent", ${exists(`state = 'conflict'`).replace('AND o.', `AND o.${OPEN} AND o.`)} AS "hasConflict"`;
}

/** The open decision of a subject about one of its facts, joined under a short name. */
export function joinIntent(name: string, subject: string, fact: string): string {
  return `LEFT JOIN intent AS ${name} ON ${name}.subject = ${subject} AND ${name}.fact = '${fact}'`;
}

/** What an open decision says, or else the confirmed value. */
export function overlay(name: string, wanted: string, confirmed: string): string {
  return `CASE WHEN ${name}."commandId" IS NULL THEN ${confirmed} ELSE ${wanted} END`;
}

/** A field of an open decision's input. */
export function inputOf(name: string, field: string): string {
  return `json_extract(${name}.input, '$.${field}')`;
}

/** The columns of a row, each confirmed or overlaid, in the order of the contract. */
export function selectColumns(table: string, columns: object, overlaid: Readonly<Record<string, string>>): string {
  return Object.keys(columns)
    .map((name) => `${overlaid[name] ?? `${table}."${name}"`} AS "${name}"`)
    .join(',\n      ');
}
