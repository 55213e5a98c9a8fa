/** Openings of pools and requests to the Réserve sanitaire: confirmed, moved by what is open, and those only wanted so far. */
import { POOL_KINDS } from '../../../contract/domain/pool.ts';
import { OPENING_COLUMNS, RESERVE_REQUEST_COLUMNS } from '../../../contract/national/rows/regulation-rows.ts';
import { inputOf, intentFlags, joinIntent, selectColumns } from './intent-views.ts';

const by = (kind: string, wanted: string, confirmed: string) =>
  `CASE WHEN act.kind = '${kind}' THEN ${wanted} ELSE ${confirmed} END`;

function wanted(columns: object, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, given[name] ?? 'NULL']));
}

const OVERLAID = {
  state: by('opening.close', `'closed'`, 'x.state'),
  ceiling: by('opening.adjust', inputOf('act', 'ceiling'), 'x.ceiling'),
  untilDate: by('opening.adjust', inputOf('act', 'untilDate'), 'x."untilDate"'),
  objectionAt: by('opening.object', 'act."decidedAt"', 'x."objectionAt"'),
  objectionReason: by('opening.object', inputOf('act', 'reason'), 'x."objectionReason"'),
  overruledReason: by('opening.overrule', inputOf('act', 'reason'), 'x."overruledReason"'),
  closedAt: by('opening.close', 'act."decidedAt"', 'x."closedAt"'),
  closedReason: by('opening.close', inputOf('act', 'reason'), 'x."closedReason"'),
};

const bits = POOL_KINDS.map((kind, bit) => `WHEN '${kind}' THEN ${1 << bit}`).join(' ');
const asksStudents = `EXISTS (SELECT 1 FROM json_each(act.input, '$.poolKinds') WHERE value = 'student-reserve')`;

/** What the nation will make of it, as far as it can be known: nobody uses it before it is confirmed. */
const WANTED = {
  id: 'act.subject',
  version: '0',
  state: `CASE WHEN ${asksStudents} THEN 'awaiting-agreement' ELSE 'active' END`,
  receiverAgency: inputOf('act', 'receiverAgency'),
  receiverMissions: inputOf('act', 'receiverMissions'),
  lenderAgencies: inputOf('act', 'lenderAgencies'),
  poolKinds: `(SELECT SUM(CASE value ${bits} ELSE 0 END) FROM json_each(act.input, '$.poolKinds'))`,
  professions: inputOf('act', 'professions'),
  specialties: inputOf('act', 'specialties'),
  mobilisations: inputOf('act', 'mobilisations'),
  fromDate: inputOf('act', 'fromDate'),
  untilDate: inputOf('act', 'untilDate'),
  ceiling: inputOf('act', 'ceiling'),
  used: '0',
  assigned: '0',
  reason: inputOf('act', 'reason'),
  authorName: `''`,
  createdAt: 'act."decidedAt"',
  updatedAt: 'act."decidedAt"',
};

const ANSWERED = {
  state: by(
    'reserve-request.record-answer',
    `CASE WHEN ${inputOf('act', 'granted')} THEN 'granted' ELSE 'declined' END`,
    'x.state',
  ),
  message: by('reserve-request.record-answer', inputOf('act', 'message'), 'x.message'),
};

const ASKED = {
  id: 'act.subject',
  version: '0',
  missionId: 'm.id',
  agency: 'm.agency',
  profession: 'm.profession',
  headcount: inputOf('act', 'headcount'),
  state: `'sent'`,
  message: inputOf('act', 'message'),
  byName: `''`,
  at: 'act."decidedAt"',
  updatedAt: 'act."decidedAt"',
};

export const OPENING_VIEWS: readonly string[] = [
  `CREATE TEMP VIEW "openingView" AS
    SELECT ${selectColumns('x', OPENING_COLUMNS, OVERLAID)},
      ${intentFlags(`o.subject = x.id AND o.fact = 'opening'`)}
    FROM main.opening AS x ${joinIntent('act', 'x.id', 'opening')}
    UNION ALL
    SELECT ${selectColumns('act', OPENING_COLUMNS, wanted(OPENING_COLUMNS, WANTED))}, 1, 0
    FROM intent AS act
    WHERE act.kind = 'opening.create' AND NOT EXISTS (SELECT 1 FROM main.opening AS x WHERE x.id = act.subject)`,
  `CREATE TEMP VIEW "reserveRequestView" AS
    SELECT ${selectColumns('x', RESERVE_REQUEST_COLUMNS, ANSWERED)},
      ${intentFlags(`o.subject = x.id AND o.fact = 'reserve'`)}
    FROM main."reserveRequest" AS x ${joinIntent('act', 'x.id', 'reserve')}
    UNION ALL
    SELECT ${selectColumns('act', RESERVE_REQUEST_COLUMNS, wanted(RESERVE_REQUEST_COLUMNS, ASKED))}, 1, 0
    FROM intent AS act JOIN main.mission AS m ON m.id = act."missionId"
    WHERE act.kind = 'reserve-request.send'
      AND NOT EXISTS (SELECT 1 FROM main."reserveRequest" AS x WHERE x.id = act.subject)`,
];
