import type { Evidence, JournalledDecision, Oracle } from './evidence.ts';

/** The drawing of DOMAIN §4, written anew; null is "not born yet". On behalf, contact and acceptance are one step. */
const STEPS: readonly string[] = [
  'null>open',
  'null>contacted',
  'null>accepted',
  'open>contacted',
  'open>suspended',
  'open>withdrawn',
  'open>lapsed',
  'open>accepted',
  'suspended>open',
  'suspended>withdrawn',
  'suspended>lapsed',
  'contacted>accepted',
  'contacted>refused',
  'contacted>released',
  'contacted>lapsed',
  'accepted>ended',
  'accepted>ended-early',
  'accepted>cancelled',
];

const stateIn = (words: string | null): string | null =>
  words === null ? null : ((JSON.parse(words) as { state?: string }).state ?? null);

function walks(journal: readonly JournalledDecision[]): Map<string, JournalledDecision[]> {
  const byProposal = new Map<string, JournalledDecision[]>();
  for (const line of journal) {
    if (line.subjectKind !== 'proposal' || stateIn(line.after) === null) continue;
    byProposal.set(line.subjectId, [...(byProposal.get(line.subjectId) ?? []), line]);
  }
  return byProposal;
}

/**
 * The version chain of proposals: each change of state in the journal begins where the one before ended, is a step of
 * the drawing, and the last is the state that the row has.
 */
export const proposalWalk: Oracle = {
  name: 'proposal-walk',
  judge({ journal, proposals }: Evidence) {
    const violations: string[] = [];
    const byProposal = walks(journal);
    for (const proposal of proposals) {
      let state: string | null = null;
      for (const { number, kind, before, after } of byProposal.get(proposal.id) ?? []) {
        const [from, to] = [stateIn(before), stateIn(after)];
        if (from !== state)
          violations.push(`line ${number} (${kind}) takes ${proposal.id} from ${from}, it was ${state}`);
        if (!STEPS.includes(`${from}>${to}`))
          violations.push(`line ${number} (${kind}) takes ${proposal.id} from ${from} to ${to}`);
        state = to;
      }
      if (state !== proposal.state)
        violations.push(`${proposal.id} is ${proposal.state}, and the journal says ${state}`);
    }
    return violations;
  },
};
