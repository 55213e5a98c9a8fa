import type { CandidateSheet } from '../../../contract/app/sheets.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { ProposalList } from '../../decisions/proposal-list.tsx';
import { HistoryList } from '../../tables/history-list.tsx';
import { ResponseLines } from '../../tables/response-lines.tsx';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { Pill } from '../../ui/pill.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { CandidateFacts } from './candidate-facts.tsx';
import { CandidateStatusPill, VerificationPill } from './candidate-status-pill.tsx';
import { RankReasons } from './rank-reasons.tsx';
import { RevealContact } from './reveal-contact.tsx';
import { RevealDocument } from './reveal-document.tsx';

/** Where S leads: why this rank, by keyboard too. */
export const RANK_PART = 'candidate-rank';

interface CandidatePanelProps {
  readonly id: string | null;
  readonly missionId: string | null;
  onMission(id: string): void;
}

/** The person looked at: record, why this rank, contact details on demand, proposals, pools, history. */
export function CandidatePanel({ id, missionId, onMission }: CandidatePanelProps) {
  const question = id === null ? null : `candidate ${id} ${missionId ?? '*'}`;
  const sheet = useLive(question, (client) => client.candidates.sheet({ id: id ?? '', missionId }), [
    'candidates',
    'proposals',
    'outbox',
  ]);
  return (
    <SidePanel label={FR.candidates.panel}>
      {id === null && <StatePanel title={FR.candidates.nothingLooked} />}
      {id !== null && question !== null && (
        <LiveView live={sheet} question={question}>
          {(value) => <Sheet key={question} id={id} sheet={value} missionId={missionId} onMission={onMission} />}
        </LiveView>
      )}
    </SidePanel>
  );
}

interface SheetProps extends CandidatePanelProps {
  readonly id: string;
  readonly sheet: CandidateSheet;
}

function Sheet({ id, sheet, missionId, onMission }: SheetProps) {
  const { candidate, pools, proposals, ranking, history } = sheet;
  const toVerify = candidate['verification'] === 'to-verify';
  return (
    <>
      <h2>
        {String(candidate['firstName'] ?? '')} {String(candidate['lastName'] ?? '')}
      </h2>
      <div>
        <CandidateStatusPill status={String(candidate['status'] ?? '')} />{' '}
        <VerificationPill verification={String(candidate['verification'] ?? '')} />{' '}
        {Number(candidate['hasOpenIntent']) === 1 && <Pill tone="info">{FR.missions.pending}</Pill>}{' '}
        {Number(candidate['hasConflict']) === 1 && <Pill tone="danger">{FR.missions.conflict}</Pill>}
      </div>
      <div className="dk-quiet">{FR.candidates.number(Number(candidate['number'] ?? 0))}</div>
      {toVerify && <div className="dk-quiet">{FR_WINDOWS.candidate.unverified}</div>}
      {ranking !== null && (
        <>
          <h3 id={RANK_PART} tabIndex={-1}>
            {FR.candidates.whyRank}
          </h3>
          <RankReasons ranking={ranking} />
        </>
      )}
      <h3>{FR.candidates.availability}</h3>
      <CandidateFacts candidate={candidate} />
      <h3>{FR.candidates.revealed}</h3>
      <RevealContact candidateId={id} missionId={missionId} />
      <h3>{FR.candidates.documents}</h3>
      <RevealDocument candidate={candidate} missionId={missionId} />
      <h3>{FR_WINDOWS.candidate.proposals(proposals.length)}</h3>
      <ProposalList
        proposals={proposals}
        none={FR_WINDOWS.candidate.noProposal}
        nameOf={({ establishmentName }) => establishmentName}
        renderName={({ missionId: proposedTo }, name) => (
          <button type="button" className="dk-link" onClick={() => onMission(proposedTo)}>
            {name}
          </button>
        )}
      />
      <ResponseLines id={String(candidate['id'])} />
      <h3>{FR.candidates.pools}</h3>
      {pools.length === 0 ? (
        <p className="dk-quiet">{FR_WINDOWS.candidate.noPool}</p>
      ) : (
        <ul className="dk-list">
          {pools.map((pool) => (
            <li key={pool}>{pool}</li>
          ))}
        </ul>
      )}
      <h3>{FR.missions.history}</h3>
      <HistoryList lines={history} />
    </>
  );
}
