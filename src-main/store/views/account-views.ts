/** Requests for accounts: confirmed, moved by what is open, and lines of a spreadsheet that are only wanted so far. */
import { ACCOUNT_REQUEST_COLUMNS } from '../../../contract/national/rows/regulation-rows.ts';
import { inputOf, intentFlags, joinIntent, selectColumns } from './intent-views.ts';

const OVERLAID = {
  state: `CASE act.kind
        WHEN 'account-request.validate' THEN 'validated'
        WHEN 'account-request.refuse' THEN 'refused'
        WHEN 'account-request.resolve-duplicate' THEN
          CASE ${inputOf('act', 'resolution')} WHEN 'drop' THEN 'refused' ELSE 'validated' END
        ELSE x.state END`,
  decisionReason: `CASE WHEN act.kind IN ('account-request.refuse', 'account-request.resolve-duplicate')
        THEN ${inputOf('act', 'reason')} ELSE x."decisionReason" END`,
  decidedAt: `COALESCE(act."decidedAt", x."decidedAt")`,
};

const TOLD = ['lastName', 'firstName', 'email', 'phone', 'category', 'finess', 'gid'];
const PLACED = ['establishmentName', 'address', 'postalCode', 'city', 'agency'];
const IMPORTED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...TOLD, ...PLACED].map((name) => [name, inputOf('act', name)])),
  id: 'act.subject',
  version: '0',
  state: `'validated'`,
  missions: `'[]'`,
  origin: `'import'`,
  submittedAt: 'act."decidedAt"',
  decidedAt: 'act."decidedAt"',
  updatedAt: 'act."decidedAt"',
};
const importedColumns = Object.fromEntries(
  Object.keys(ACCOUNT_REQUEST_COLUMNS).map((name) => [name, IMPORTED[name] ?? 'NULL']),
);

export const ACCOUNT_REQUEST_VIEW = `CREATE TEMP VIEW "accountRequestView" AS
    SELECT ${selectColumns('x', ACCOUNT_REQUEST_COLUMNS, OVERLAID)},
      ${intentFlags(`o.subject = x.id AND o.fact = 'request'`)}
    FROM main."accountRequest" AS x ${joinIntent('act', 'x.id', 'request')}
    UNION ALL
    SELECT ${selectColumns('act', ACCOUNT_REQUEST_COLUMNS, importedColumns)}, 1, 0
    FROM intent AS act
    WHERE act.kind = 'account-request.import'
      AND NOT EXISTS (SELECT 1 FROM main."accountRequest" AS x WHERE x.id = act.subject)`;
