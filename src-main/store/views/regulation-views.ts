/** Alerts, crisis modes and named access: confirmed, moved by what is open, and those that are only wanted so far. */
import {
  ALERT_COLUMNS,
  CRISIS_MODE_COLUMNS,
  DIRECT_ACCESS_COLUMNS,
} from '../../../contract/national/rows/regulation-rows.ts';
import { inputOf, intentFlags, joinIntent, overlay, selectColumns } from './intent-views.ts';
import { alertStateWanted } from './mission-view.ts';

/** Columns of a row that only the person wants: those given, null elsewhere. */
function wanted(columns: object, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, given[name] ?? 'NULL']));
}

const crisisValues = {
  active: overlay('act', inputOf('act', 'active'), 'x.active'),
  reason: overlay('act', inputOf('act', 'reason'), 'x.reason'),
};

const wantedAlert = {
  id: 'alarm.subject',
  version: '0',
  missionId: 'm.id',
  agency: 'm.agency',
  state: `'raised'`,
  message: inputOf('alarm', 'message'),
  tried: inputOf('alarm', 'tried'),
  raisedByName: `''`,
  raisedAt: 'alarm."decidedAt"',
  thread: `'[]'`,
  updatedAt: 'alarm."decidedAt"',
};

const wantedCrisis = {
  id: 'act.subject',
  version: '0',
  agency: inputOf('act', 'agency'),
  profession: inputOf('act', 'profession'),
  active: inputOf('act', 'active'),
  reason: inputOf('act', 'reason'),
  updatedAt: 'act."decidedAt"',
};

const wantedGrant = {
  id: 'act.subject',
  version: '0',
  agency: inputOf('act', 'agency'),
  establishmentId: inputOf('act', 'establishmentId'),
  missionId: inputOf('act', 'missionId'),
  untilDate: inputOf('act', 'until'),
  reason: inputOf('act', 'reason'),
  byName: `''`,
  at: 'act."decidedAt"',
  updatedAt: 'act."decidedAt"',
};

const revoked = {
  revokedAt: `CASE WHEN act.kind = 'direct-access.revoke' THEN act."decidedAt" ELSE x."revokedAt" END`,
};

export const REGULATION_VIEWS: readonly string[] = [
  `CREATE TEMP VIEW "alertView" AS
    SELECT ${selectColumns('a', ALERT_COLUMNS, { state: overlay('alarm', alertStateWanted('a.state'), 'a.state') })},
      ${intentFlags(`o.subject = a.id AND o.fact = 'alert'`)}
    FROM main.alert AS a ${joinIntent('alarm', 'a.id', 'alert')}
    UNION ALL
    SELECT ${selectColumns('alarm', ALERT_COLUMNS, wanted(ALERT_COLUMNS, wantedAlert))}, 1, 0
    FROM intent AS alarm JOIN main.mission AS m ON m.id = alarm.subject
    WHERE alarm.kind = 'alert.raise' AND NOT EXISTS (SELECT 1 FROM main.alert AS a WHERE a.id = alarm.subject)`,
  `CREATE TEMP VIEW "crisisView" AS
    SELECT ${selectColumns('x', CRISIS_MODE_COLUMNS, crisisValues)},
      ${intentFlags(`o.subject = x.id AND o.fact = 'crisis'`)}
    FROM main."crisisMode" AS x ${joinIntent('act', 'x.id', 'crisis')}
    UNION ALL
    SELECT ${selectColumns('act', CRISIS_MODE_COLUMNS, wanted(CRISIS_MODE_COLUMNS, wantedCrisis))}, 1, 0
    FROM intent AS act
    WHERE act.fact = 'crisis' AND NOT EXISTS (SELECT 1 FROM main."crisisMode" AS x WHERE x.id = act.subject)`,
  `CREATE TEMP VIEW "directAccessView" AS
    SELECT ${selectColumns('x', DIRECT_ACCESS_COLUMNS, revoked)},
      ${intentFlags(`o.subject = x.id AND o.fact = 'grant'`)}
    FROM main."directAccess" AS x ${joinIntent('act', 'x.id', 'grant')}
    UNION ALL
    SELECT ${selectColumns('act', DIRECT_ACCESS_COLUMNS, wanted(DIRECT_ACCESS_COLUMNS, wantedGrant))}, 1, 0
    FROM intent AS act
    WHERE act.kind = 'direct-access.grant'
      AND NOT EXISTS (SELECT 1 FROM main."directAccess" AS x WHERE x.id = act.subject)`,
];
