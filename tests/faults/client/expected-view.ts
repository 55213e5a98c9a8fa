/**
 * What a mission must look like on screen, found by another road than the views: the mirror's row, and the open
 * decisions walked one by one.
 */
import type { ProposalState } from '../../../contract/domain/proposal.ts';
import type { MissionRow } from '../../../contract/national/rows/mission-row.ts';
import type { OutboxRow } from '../../../src-main/store/outbox/outbox-row.ts';

export interface ExpectedMission {
  readonly priority: string;
  readonly note: string | null;
  readonly state: string;
  readonly proposed: number;
  readonly contacted: number;
  readonly accepted: number;
  readonly hasOpenIntent: 0 | 1;
  readonly hasConflict: 0 | 1;
}

const BECOMES: Readonly<Record<string, ProposalState>> = {
  'proposal.create': 'open',
  'proposal.withdraw': 'withdrawn',
  'proposal.release': 'released',
  'proposal.assign-on-behalf': 'accepted',
};

const COLUMN: Readonly<Record<string, 'proposed' | 'contacted' | 'accepted'>> = {
  open: 'proposed',
  suspended: 'proposed',
  contacted: 'contacted',
  accepted: 'accepted',
  ended: 'accepted',
};

/** The last wish about a subject's fact; a conflict holds nothing over the truth. */
function wish(open: readonly OutboxRow[], fact: string, subject: string): OutboxRow | null {
  const last = open.filter((row) => row.fact === fact && row.subject === subject).at(-1);
  return last === undefined || last.state === 'conflict' ? null : last;
}

const field = (row: OutboxRow | null, name: string): unknown =>
  row === null ? undefined : (JSON.parse(row.input) as Record<string, unknown>)[name];

/** @param open open decisions about the mission, in order; @param proposalStates confirmed proposals by id */
export function expectedMission(
  mission: MissionRow,
  open: readonly OutboxRow[],
  proposalStates: ReadonlyMap<string, string>,
): ExpectedMission {
  const counts = { proposed: mission.proposed, contacted: mission.contacted, accepted: mission.accepted };
  for (const subject of new Set(open.filter(({ fact }) => fact === 'proposal').map((row) => row.subject))) {
    const last = wish(open, 'proposal', subject);
    if (last === null) continue;
    const was = proposalStates.get(subject) ?? null;
    const becomes = last.kind === 'proposal.create' && was !== null ? was : (BECOMES[last.kind] ?? was);
    const from = was === null ? undefined : COLUMN[was];
    const to = becomes === null ? undefined : COLUMN[becomes];
    if (from !== undefined) counts[from] -= 1;
    if (to !== undefined) counts[to] += 1;
  }
  const life = wish(open, 'life', mission.id);
  const said = wish(open, 'note', mission.id);
  return {
    priority: (field(wish(open, 'priority', mission.id), 'priority') as string | undefined) ?? mission.priority,
    note: said === null ? mission.note : (field(said, 'text') as string | null),
    state: life === null ? mission.state : life.kind === 'mission.close' ? 'closed' : 'open',
    ...counts,
    hasOpenIntent: open.length > 0 ? 1 : 0,
    hasConflict: open.some(({ state }) => state === 'conflict') ? 1 : 0,
  };
}
