import { Button, Group } from '@mantine/core';
import type { MissionSheet } from '../../../contract/app/sheets.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { mailStateLabel, proposalOriginLabel, proposalReasonLabel, proposalStateLabel } from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

const TONES: Readonly<Record<string, Tone>> = { open: 'info', contacted: 'warning', accepted: 'success' };

/** Who is proposed to this mission and what became of it; the gestures that suit each state. */
export function MissionProposals({ proposals }: { readonly proposals: MissionSheet['proposals'] }) {
  const { decide, readOnly } = useDecisions();
  if (proposals.length === 0) return <p className="dk-quiet">{FR.missions.noProposal}</p>;
  return (
    <ul className="dk-list">
      {proposals.map((proposal) => {
        const targets = { type: 'ids' as const, ids: [proposal.id] };
        return (
          <li key={proposal.id}>
            <Group gap={6}>
              <strong>{proposal.candidateName ?? FR.missions.outOfReach}</strong>
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
              {proposal.state === 'contacted' && (
                <>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={readOnly !== null}
                    onClick={() => decide(draftOf('remind'), targets)}
                  >
                    {FR.act.remind}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={readOnly !== null}
                    onClick={() => decide(draftOf('release'), targets)}
                  >
                    {FR.act.release}
                  </Button>
                </>
              )}
              {(proposal.state === 'open' || proposal.state === 'suspended') && (
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={readOnly !== null}
                  onClick={() => decide(draftOf('withdraw-proposal'), targets)}
                >
                  {FR.act.withdraw}
                </Button>
              )}
              {proposal.state === 'accepted' && (
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={readOnly !== null}
                  onClick={() => decide(draftOf('end-early'), targets)}
                >
                  {FR.decision.titles['end-early']}
                </Button>
              )}
            </Group>
          </li>
        );
      })}
    </ul>
  );
}
