/** Counts a mission's cover again from its proposals: k, contacted, proposed (DOMAIN §2.2). */
import type { ProposalState } from '../../contract/domain/proposal.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

export interface Cover {
  /** k: accepted, and not ended early. */
  readonly accepted: number;
  readonly contacted: number;
  /** Open or suspended. */
  readonly proposed: number;
}

/** Which states count where; the others count nowhere. */
const COUNTS: Readonly<Partial<Record<ProposalState, keyof Cover>>> = {
  open: 'proposed',
  suspended: 'proposed',
  contacted: 'contacted',
  accepted: 'accepted',
  ended: 'accepted',
};

/** The cover that a mission's proposals give; pure, so that a test can count again. */
export function coverOf(counts: readonly { readonly state: string; readonly count: number }[]): Cover {
  const cover = { accepted: 0, contacted: 0, proposed: 0 };
  for (const { state, count } of counts) {
    const column = COUNTS[state as ProposalState];
    if (column !== undefined) cover[column] += count;
  }
  return cover;
}

export async function countCover(work: UnitOfWork, missionId: string): Promise<Cover> {
  const counts = await work.writer
    .selectFrom('proposal')
    .select((builder) => ['state', builder.fn.countAll<number>().as('count')])
    .where('missionId', '=', missionId)
    .where('state', 'in', Object.keys(COUNTS))
    .groupBy('state')
    .execute();
  return coverOf(counts);
}

export async function refreshCover(work: UnitOfWork, missionId: string): Promise<void> {
  const mission = await work.get('mission', missionId);
  if (mission === null) return;
  const cover = await countCover(work, missionId);
  const same =
    mission.accepted === cover.accepted && mission.contacted === cover.contacted && mission.proposed === cover.proposed;
  if (!same) await work.annotate('mission', mission, cover);
}
