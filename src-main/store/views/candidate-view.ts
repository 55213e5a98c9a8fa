/** Volunteers with the open decisions on their verification, availability and proposals: the status people read. */
import { CANDIDATE_COLUMNS } from '../../../contract/national/rows/candidate-row.ts';
import { inputOf, intentFlags, joinIntent, overlay, selectColumns } from './intent-views.ts';

const ENGAGEMENT = `CASE
        WHEN moved."candidateId" IS NULL THEN c.engagement
        WHEN (c.engagement = 'assigned') + moved.assigned > 0 THEN 'assigned'
        WHEN (c.engagement = 'contacted') + moved.contacted > 0 THEN 'contacted'
        WHEN c."openProposals" + moved.waiting > 0 THEN 'proposed'
        ELSE 'none' END`;

const OVERLAID = {
  verification: overlay(
    'checked',
    `CASE ${inputOf('checked', 'verified')} WHEN 1 THEN 'verified' ELSE 'to-verify' END`,
    'c.verification',
  ),
  availability: overlay(
    'free',
    `CASE ${inputOf('free', 'available')} WHEN 1 THEN 'available' ELSE 'unavailable' END`,
    'c.availability',
  ),
  availabilityReason: overlay(
    'free',
    `CASE ${inputOf('free', 'available')} WHEN 1 THEN NULL ELSE ${inputOf('free', 'reason')} END`,
    'c."availabilityReason"',
  ),
  engagement: ENGAGEMENT,
  engagedSince: `CASE ${ENGAGEMENT} WHEN c.engagement THEN c."engagedSince" WHEN 'none' THEN NULL ELSE moved."decidedAt" END`,
  openProposals: 'c."openProposals" + COALESCE(moved.waiting, 0)',
};

export const CANDIDATE_VIEW = `CREATE TEMP VIEW "candidateView" AS
    SELECT c.rowid AS rowid, ${selectColumns('c', CANDIDATE_COLUMNS, OVERLAID)},
      ${intentFlags('o."candidateId" = c.id')}
    FROM main.candidate AS c
    ${joinIntent('checked', 'c.id', 'verification')}
    ${joinIntent('free', 'c.id', 'availability')}
    LEFT JOIN "candidateIntent" AS moved ON moved."candidateId" = c.id`;
