import { Button, Group } from '@mantine/core';
import type { DecisionKind } from '../../../contract/app/decision.ts';
import type { CandidateSheet } from '../../../contract/app/sheets.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { mailStateLabel, proposalOriginLabel, proposalReasonLabel, proposalStateLabel } from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

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

interface CandidateProposalsProps {
  readonly proposals: CandidateSheet['proposals'];
  onMission(id: string): void;
}

/** Where the person is proposed and what became of it, mail included. */
export function CandidateProposals({ proposals, onMission }: CandidateProposalsProps) {
  const { decide, readOnly } = useDecisions();
  if (proposals.length === 0) return <p className="dk-quiet">{FR_WINDOWS.candidate.noProposal}</p>;
  return (
    <ul className="dk-list">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <Group gap={6}>
            <button type="button" className="dk-link" onClick={() => onMission(proposal.missionId)}>
              {proposal.establishmentName}
            </button>
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
                aria-label={`${label} : ${proposal.establishmentName}`}
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
