/** An assignment is over the day after its last one; the person is free again (DOMAIN §3, §4.8). */

import { isAssignment } from '../../contract/national/facts/promised-days.ts';
import type { Ground } from '../kernel/ground.ts';
import type { SubjectKey } from '../kernel/handler.ts';
import { systemAct } from '../rules/act.ts';
import { acceptanceKeys, proposalKeys, sidesOf } from '../rules/footprints.ts';
import { moveProposal } from '../rules/move-proposal.ts';
import { settle } from '../rules/settle.ts';
import { agenciesByDay } from './agencies-by-day.ts';
import { inSlices } from './in-slices.ts';
import { underLocks } from './under-locks.ts';

async function overdue(ground: Ground): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { today, agencies } of agenciesByDay(ground.clock())) {
    const rows = await ground.database.read
      .selectFrom('proposal')
      .select(['id', 'missionAgency'])
      .where('state', '=', 'accepted')
      .where('endDate', '<', today)
      .orderBy('id')
      .execute();
    found.push(...rows.filter(({ missionAgency }) => agencies.includes(missionAgency)).map(({ id }) => id));
  }
  return found;
}

/** @returns how many ended */
export async function endAssignments(ground: Ground): Promise<number> {
  return inSlices(ground, await overdue(ground), (ids) =>
    underLocks(
      ground,
      async (reader) => {
        const keys: SubjectKey[] = [];
        for (const id of ids) {
          const sides = await sidesOf(reader, id);
          keys.push(...(await proposalKeys(reader, id)));
          if (sides !== null) keys.push(...(await acceptanceKeys(reader, sides.missionId, sides.candidateId)));
        }
        return keys;
      },
      async (work) => {
        const act = systemAct(work);
        let ended = 0;
        await work.load('proposal', ids);
        for (const id of ids) {
          const proposal = await work.get('proposal', id);
          if (proposal?.state !== 'accepted' || isAssignment(proposal, work.now)) continue;
          await moveProposal(act, proposal, { events: ['end'], journalAs: 'assignment.end' });
          ended += 1;
        }
        await settle(act);
        return ended;
      },
    ),
  );
}
