/**
 * EN COURS lapses by itself when nobody contacted in time. A contact never does: only a person releases it, with a
 * reason (DOMAIN §4.4; D1).
 */
import { blockedState } from '../../contract/domain/blocked-proposal.ts';
import { MILLISECONDS_PER_HOUR } from '../../contract/domain/instant.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';
import type { SubjectKey } from '../kernel/handler.ts';
import { systemAct } from '../rules/act.ts';
import { proposalKeys } from '../rules/footprints.ts';
import { moveProposal } from '../rules/move-proposal.ts';
import { waitsSince } from '../rules/person-engagement.ts';
import { stateOf } from '../rules/proposals-of.ts';
import { settle } from '../rules/settle.ts';
import { inSlices } from './in-slices.ts';
import { underLocks } from './under-locks.ts';

async function tooOld(ground: Ground): Promise<readonly string[]> {
  const limit = isoInstant(ground.clock() - ground.settings.proposalLapseHours * MILLISECONDS_PER_HOUR);
  const rows = await ground.database.read
    .selectFrom('proposal')
    .select('id')
    .where('state', '=', 'open')
    .where((row) => row(row.fn.coalesce('resumedAt', 'proposedAt'), '<=', limit))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** @returns how many lapsed */
export async function lapseOpenProposals(ground: Ground): Promise<number> {
  const { contactReminderHours, contactBlockedHours, proposalLapseHours: openLapseHours } = ground.settings;
  const thresholds = { contactReminderHours, contactBlockedHours, openLapseHours };
  return inSlices(ground, await tooOld(ground), (ids) =>
    underLocks(
      ground,
      async (reader) => {
        const keys: SubjectKey[] = [];
        for (const id of ids) keys.push(...(await proposalKeys(reader, id)));
        return keys;
      },
      async (work) => {
        const act = systemAct(work);
        let lapsed = 0;
        await work.load('proposal', ids);
        for (const id of ids) {
          const proposal = await work.get('proposal', id);
          if (proposal === null) continue;
          const waiting = { state: stateOf(proposal), since: Date.parse(waitsSince(proposal)) };
          if (blockedState(waiting, work.now, thresholds) !== 'to-lapse') continue;
          const reason = 'no-contact-in-time';
          await moveProposal(act, proposal, { events: ['lapse'], journalAs: 'proposal.lapse', reason });
          lapsed += 1;
        }
        await settle(act);
        return lapsed;
      },
    ),
  );
}
