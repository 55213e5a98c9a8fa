import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DecisionKind } from '../../contract/app/decision.ts';
import type { MissionSheet } from '../../contract/app/sheets.ts';
import { formatMoment } from '../text/format.ts';
import { FR } from '../text/fr.ts';
import { mailStateLabel, proposalOriginLabel, proposalReasonLabel, proposalStateLabel } from '../text/labels.ts';
import type { Tone } from '../ui/pill.tsx';
import { Pill } from '../ui/pill.tsx';
import { useDecisions } from './decision-context.ts';
import { draftOf } from './decision-draft.ts';

export type ProposalLine = MissionSheet['proposals'][number];

const TONES: Readonly<Record<string, Tone>> = { open: 'info', contacted: 'warning', accepted: 'success' };

/** What may be decided of a proposal in each of its states (DOMAIN §4). */
const ACTS: Readonly<Record<string, readonly (readonly [DecisionKind, string])[]>> = {
  open: [['withdraw-proposal', FR.act.withdraw]],
  suspended: [['withdraw-proposal', FR.act.withdraw]],
  contacted: [
    ['remind', FR.act.remind],
    ['release', FR.act.release],
  ],
  accepted: [
    ['end-early', FR.decision.titles['end-early']],
    ['cancel-assignment', FR.decision.titles['cancel-assignment']],
  ],
};

interface ProposalListProps {
  readonly proposals: readonly ProposalLine[];
  /** Said when there is none. */
  readonly none: string;
  /** What the other side is called: the person on a mission's sheet, the establishment on a person's. */
  nameOf(proposal: ProposalLine): string;
  /** Draws that name; a link where it leads somewhere. */
  renderName(proposal: ProposalLine, name: string): ReactNode;
}

/** Proposals and what became of them, mail included, with the gestures that suit each state. */
export function ProposalList({ proposals, none, nameOf, renderName }: ProposalListProps) {
  const { decide, readOnly } = useDecisions();
  if (proposals.length === 0) return <p className="dk-quiet">{none}</p>;
  return (
    <ul className="dk-list">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <Group gap={6}>
            {renderName(proposal, nameOf(proposal))}
            <Pill tone={TONES[proposal.state] ?? 'neutral'}>{proposalStateLabel(proposal.state)}</Pill>
            {proposal.hasOpenIntent && <Pill tone="info">{FR.missions.pending}</Pill>}
            {proposal.mailState !== null && (
              <Pill tone={proposal.mailState === 'bounced' ? 'danger' : 'neutral'}>
                {mailStateLabel(proposal.mailState)}
              </Pill>
            )}
          </Group>
          <div className="dk-quiet">
            {proposalOriginLabel(proposal.origin)} · {formatMoment(proposal.contactedAt ?? proposal.proposedAt)}
            {proposal.reason === null ? '' : ` · ${proposalReasonLabel(proposal.reason)}`}
          </div>
          <Group gap={6} mt={4}>
            {(ACTS[proposal.state] ?? []).map(([kind, label]) => (
              <Button
                key={kind}
                size="compact-xs"
                variant="default"
                disabled={readOnly !== null}
                aria-label={`${label} : ${nameOf(proposal)}`}
                onClick={() => decide(draftOf(kind), { type: 'ids', ids: [proposal.id] })}
              >
                {label}
              </Button>
            ))}
          </Group>
        </li>
      ))}
    </ul>
  );
}
