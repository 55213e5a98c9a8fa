/** What an actor last saw of the race's subjects; it grows old while others act. */
import type { Database } from '../../../national-api/database/database.ts';
import type { Tables } from '../../../national-api/database/tables.ts';
import type { Subjects } from './subjects.ts';

export interface View {
  readonly missions: readonly Tables['mission'][];
  readonly candidates: readonly Tables['candidate'][];
  readonly proposals: readonly Tables['proposal'][];
  readonly openings: readonly Tables['opening'][];
  readonly alerts: readonly Tables['alert'][];
  readonly crisisModes: readonly Tables['crisisMode'][];
  readonly grants: readonly Tables['directAccess'][];
}

export async function lookAt(database: Database, subjects: Subjects): Promise<View> {
  const { read } = database;
  const missions = [...subjects.missions];
  return {
    missions: await read.selectFrom('mission').selectAll().where('id', 'in', missions).orderBy('id').execute(),
    candidates: await read
      .selectFrom('candidate')
      .selectAll()
      .where('id', 'in', [...subjects.candidates])
      .orderBy('id')
      .execute(),
    proposals: await read.selectFrom('proposal').selectAll().where('missionId', 'in', missions).orderBy('id').execute(),
    openings: await read
      .selectFrom('opening')
      .selectAll()
      .where('receiverAgency', '=', subjects.receiver)
      .orderBy('id')
      .execute(),
    alerts: await read.selectFrom('alert').selectAll().where('missionId', 'in', missions).orderBy('id').execute(),
    crisisModes: await read
      .selectFrom('crisisMode')
      .selectAll()
      .where('agency', 'in', [subjects.receiver, subjects.lender])
      .orderBy('id')
      .execute(),
    grants: await read
      .selectFrom('directAccess')
      .selectAll()
      .where('agency', '=', subjects.receiver)
      .orderBy('id')
      .execute(),
  };
}
