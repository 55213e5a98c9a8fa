/** Opens the database that the killed service left, and judges it with what the workstations remember. */
import { sql } from 'kysely';
import type { Database } from '../../../national-api/database/database.ts';
import { judge } from '../oracles/every-oracle.ts';
import type { Violation } from '../oracles/evidence.ts';
import { judgeMirror } from '../oracles/feed-replays.ts';
import { freshScope } from '../oracles/fresh-scope.ts';
import { readEvidence } from '../oracles/read-evidence.ts';
import type { ServicePlace } from './service-life.ts';
import { journalHolds } from './service-life.ts';
import type { Workstation } from './workstation.ts';

const THE_VERY_BEGINNING = { feedNumber: 0, journalNumber: 0 };

/** "ok", or what SQLite says of its file. PostgreSQL was not killed: its files are its own affair. */
async function integrityOf(database: Database): Promise<string> {
  if (database.dialect === 'postgres') return 'ok';
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(database.read);
  return rows.map((row) => row.integrity_check).join(', ');
}

/** @param today the civil date on which the campaign ran */
export async function judgeKills(
  database: Database,
  place: ServicePlace,
  workstations: readonly Workstation[],
  today: string,
): Promise<Violation[]> {
  const sent = workstations.flatMap(({ actor }) => actor.orders);
  const { evidence, rows } = await readEvidence(database, THE_VERY_BEGINNING, sent, today);
  const violations = judge(evidence);
  for (const { mirror } of workstations) {
    const wrong = judgeMirror(mirror, freshScope(mirror.principal, rows, evidence));
    violations.push(...wrong.map((what) => ({ oracle: 'feed-replays', what })));
  }
  const integrity = await integrityOf(database);
  if (integrity !== 'ok') violations.push({ oracle: 'integrity', what: integrity });
  if (!(await journalHolds(place))) violations.push({ oracle: 'verify-journal', what: 'the command says no' });
  return violations;
}
