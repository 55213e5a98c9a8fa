/**
 * Counts an opening's use again and gives it the state that follows: full it pauses, a place back resumes it, as many
 * assigned as the ceiling or its last day over closes it (DOMAIN §6; drawing in contract/domain/opening-use.ts).
 */
import { formatCivilDate } from '../../contract/domain/civil-date.ts';
import type { OpeningState } from '../../contract/domain/opening.ts';
import { openingStateAfter, openingUse } from '../../contract/domain/opening-use.ts';
import type { ProposalState } from '../../contract/domain/proposal.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { refreshScopes } from '../feed/scope-versions.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import type { Act } from './act.ts';
import { journalEffect } from './act.ts';

const STATE_EFFECTS: Readonly<Record<OpeningState, string>> = {
  active: 'opening.resume',
  'awaiting-agreement': 'opening.await-agreement',
  paused: 'opening.pause',
  closed: 'opening.close-by-itself',
};

function closing(act: Act, opening: Stored<'opening'>, ceilingReached: boolean): Partial<Stored<'opening'>> {
  const closedReason = ceilingReached
    ? 'Plafond atteint'
    : `Dernier jour passé : ${formatCivilDate(opening.untilDate)}`;
  return { closedAt: act.work.at, closedByName: 'Service national', closedReason };
}

export async function refreshOpeningUse(act: Act, openingId: string): Promise<void> {
  const { work } = act;
  const opening = await work.get('opening', openingId);
  if (opening === null) return;
  const proposals = await work.writer
    .selectFrom('proposal')
    .select(['candidateId', 'state'])
    .where('openingId', '=', openingId)
    .execute();
  const use = openingUse(
    opening.ceiling,
    proposals.map(({ candidateId, state }) => ({ candidateId, state: state as ProposalState })),
  );
  const today = todayOf(opening.receiverAgency, work.now);
  const state = openingStateAfter(
    { state: opening.state as OpeningState, ceiling: opening.ceiling, until: opening.untilDate },
    use,
    today,
  );
  const counted = { used: use.engaged, assigned: use.assigned, state };
  const moved = state !== opening.state;
  if (!moved && counted.used === opening.used && counted.assigned === opening.assigned) return;
  const closes = moved && state === 'closed' ? closing(act, opening, use.assigned >= opening.ceiling) : {};
  await work.annotate('opening', opening, { ...counted, ...closes });
  if (!moved) return;
  journalEffect(act, {
    kind: STATE_EFFECTS[state],
    subjectKind: 'opening',
    subjectId: openingId,
    subjectAgency: opening.receiverAgency,
    reason: closes.closedReason ?? null,
    before: { state: opening.state, used: opening.used, assigned: opening.assigned },
    after: counted,
  });
  await refreshScopes(work, [opening.receiverAgency], today);
}
