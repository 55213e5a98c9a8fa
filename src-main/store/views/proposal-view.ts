/** Proposals as confirmed, moved by what is open on them, and those that are wanted and not yet known to the nation. */
import { PROPOSAL_COLUMNS } from '../../../contract/national/rows/proposal-row.ts';
import { inputOf, intentFlags, joinIntent, selectColumns } from './intent-views.ts';

const signed = (kinds: string, wanted: string, confirmed: string) =>
  `CASE WHEN act.kind IN (${kinds}) THEN ${wanted} ELSE ${confirmed} END`;
const DECIDING = `'proposal.withdraw', 'proposal.release', 'proposal.end-early', 'proposal.cancel-assignment', 'proposal.assign-on-behalf'`;

const OVERLAID = {
  state: 'COALESCE(moved.becomes, q.state)',
  reason: signed(
    `'proposal.withdraw', 'proposal.release', 'proposal.end-early', 'proposal.cancel-assignment'`,
    inputOf('act', 'reason'),
    'q.reason',
  ),
  decidedAt: signed(DECIDING, 'act."decidedAt"', 'q."decidedAt"'),
  remindedAt: signed(`'proposal.remind'`, 'act."decidedAt"', 'q."remindedAt"'),
  endDate: signed(`'proposal.end-early'`, inputOf('act', 'on'), 'q."endDate"'),
};

const isAssigning = `act.kind = 'proposal.assign-on-behalf'`;

/** A proposal that only the person wants so far: what the nation will make of it, as far as it can be known. */
const WANTED = {
  id: 'act.subject',
  version: '0',
  missionId: 'm.id',
  candidateId: inputOf('act', 'candidateId'),
  establishmentId: 'm."establishmentId"',
  establishmentName: 'm."establishmentName"',
  missionAgency: 'm.agency',
  candidateAgency: 'c.agency',
  profession: 'COALESCE(c.profession, m.profession)',
  state: `CASE WHEN ${isAssigning} THEN 'accepted' ELSE 'open' END`,
  origin: `CASE WHEN ${isAssigning} THEN 'on-behalf' ELSE 'agency' END`,
  openingId: inputOf('act', 'openingId'),
  proposedByName: `''`,
  proposedAt: 'act."decidedAt"',
  contactedAt: `CASE WHEN ${isAssigning} THEN act."decidedAt" END`,
  decidedAt: `CASE WHEN ${isAssigning} THEN act."decidedAt" END`,
  reason: 'NULL',
  startDate: `CASE WHEN ${isAssigning} THEN m."startDate" END`,
  endDate: `CASE WHEN ${isAssigning} THEN m."endDate" END`,
  updatedAt: 'act."decidedAt"',
};
const wantedColumns = Object.fromEntries(
  Object.keys(PROPOSAL_COLUMNS).map((name) => [name, (WANTED as Record<string, string>)[name] ?? 'NULL']),
);

export const PROPOSAL_VIEW = `CREATE TEMP VIEW "proposalView" AS
    SELECT ${selectColumns('q', PROPOSAL_COLUMNS, OVERLAID)},
      ${intentFlags(`o.subject = q.id AND o.fact = 'proposal'`)}
    FROM main.proposal AS q
    ${joinIntent('act', 'q.id', 'proposal')}
    LEFT JOIN "proposalIntent" AS moved ON moved.subject = q.id
    UNION ALL
    SELECT ${selectColumns('act', PROPOSAL_COLUMNS, wantedColumns)}, 1, 0
    FROM intent AS act
    JOIN main.mission AS m ON m.id = act."missionId"
    LEFT JOIN main.candidate AS c ON c.id = act."candidateId"
    WHERE act.kind IN ('proposal.create', 'proposal.assign-on-behalf')
      AND NOT EXISTS (SELECT 1 FROM main.proposal AS q WHERE q.id = act.subject)`;
