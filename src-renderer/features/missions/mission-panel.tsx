import { Button } from '@mantine/core';
import type { MissionSheet } from '../../../contract/app/sheets.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { ProposalList } from '../../decisions/proposal-list.tsx';
import { HistoryList } from '../../tables/history-list.tsx';
import { formatDay, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { missionStateLabel, priorityLabel, professionLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { EstablishmentFacts } from './establishment-facts.tsx';
import { NeedFacts } from './need-facts.tsx';
import { ScoreTerms } from './score-terms.tsx';

/** Where S leads: every term of the score, by keyboard too. */
export const SCORE_PART = 'mission-score';

interface MissionPanelProps {
  readonly id: string | null;
  onLook(id: string): void;
  onCandidates(id: string): void;
}

/** The mission looked at: need, establishment, score, ladder, proposals, its sisters, history. */
export function MissionPanel({ id, onLook, onCandidates }: MissionPanelProps) {
  const sheet = useLive(id === null ? null : `mission ${id}`, (client) => client.missions.sheet({ id: id ?? '' }), [
    'missions',
    // Its supply is made of them: a nation is still being read when its first mission is looked at.
    'candidates',
    'proposals',
    'regulation',
    'outbox',
  ]);
  return (
    <SidePanel label={FR.missions.panel}>
      {id === null && <StatePanel title={FR.missions.nothingLooked} />}
      {id !== null && (
        <LiveView live={sheet} question={`mission ${id}`}>
          {(value) => <Sheet sheet={value} onLook={onLook} onCandidates={onCandidates} />}
        </LiveView>
      )}
    </SidePanel>
  );
}

function Sheet({ sheet, onLook, onCandidates }: { readonly sheet: MissionSheet } & Omit<MissionPanelProps, 'id'>) {
  const { mission, establishment, otherMissions, proposals, score, ladder, history } = sheet;
  return (
    <>
      <h2>{String(mission['establishmentName'] ?? '')}</h2>
      <div>
        {formatNumber(Number(mission['headcount'] ?? 0))} × {professionLabel(mission['profession'] ?? null)}{' '}
        <Pill tone={mission['priority'] === 'P1' ? 'vital' : 'neutral'}>
          {priorityLabel(mission['priority'] ?? null)}
        </Pill>{' '}
        <Pill tone="info">{missionStateLabel(mission['missionState'] ?? null)}</Pill>
      </div>
      <Button mt="sm" fullWidth onClick={() => onCandidates(String(mission['id']))}>
        {FR.missions.showCandidates}
      </Button>
      <h3>{FR.missions.need}</h3>
      <NeedFacts mission={mission} />
      {establishment !== null && (
        <>
          <h3>{FR.missions.establishment}</h3>
          <EstablishmentFacts establishment={establishment} />
        </>
      )}
      <h3>{FR.missions.proposals(proposals.length)}</h3>
      <ProposalList
        proposals={proposals}
        none={FR.missions.noProposal}
        nameOf={({ candidateName }) => candidateName ?? FR.missions.outOfReach}
        renderName={(_proposal, name) => <strong>{name}</strong>}
      />
      <h3>{FR.missions.ladder}</h3>
      <ol className="dk-list">
        {ladder.map((step) => (
          <li key={step.step}>
            {step.label}{' '}
            <span className="dk-quiet">
              · {step.triedAt === null ? FR.missions.notTried : FR.missions.tried(formatDay(step.triedAt.slice(0, 10)))}
            </span>
          </li>
        ))}
      </ol>
      <h3 id={SCORE_PART} tabIndex={-1}>
        {FR.missions.score(score.points)}
      </h3>
      <ScoreTerms score={score} titled={false} />
      {otherMissions.length > 0 && (
        <>
          <h3>{FR.missions.others(otherMissions.length)}</h3>
          <ul className="dk-list">
            {otherMissions.map((other) => (
              <li key={String(other['id'])}>
                <button type="button" className="dk-link" onClick={() => onLook(String(other['id']))}>
                  {String(other['headcount'] ?? '')} × {professionLabel(other['profession'] ?? null)}
                </button>{' '}
                <span className="dk-quiet">
                  {FR.missions.from(formatDay(String(other['startDate'])), formatDay(String(other['endDate'])))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{FR.missions.history}</h3>
      <HistoryList lines={history} />
    </>
  );
}
