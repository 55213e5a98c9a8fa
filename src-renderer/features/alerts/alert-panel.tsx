import { Button } from '@mantine/core';
import type { AlertSheet, ReserveLine } from '../../../contract/app/nation-contract.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { formatMoment, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_NATION } from '../../text/fr-nation.ts';
import { agencyLabel, professionLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { AlertStatePill } from './alert-columns.tsx';
import { LadderList } from './ladder-list.tsx';
import { ThreadList } from './thread-list.tsx';

interface AlertPanelProps {
  readonly id: string | null;
  /** The person may ask the Réserve sanitaire and open pools. */
  readonly isNational: boolean;
  onOpening(id: string): void;
}

const words = FR_NATION.alerts;

/** The alert looked at: its message and answers, what the region tried, what was opened or asked for it. */
export function AlertPanel({ id, isNational, onOpening }: AlertPanelProps) {
  const question = `alert ${id}`;
  const sheet = useLive(id === null ? null : question, (client) => client.nation.alert({ missionId: id ?? '' }), [
    'regulation',
    'proposals',
    'missions',
    'outbox',
  ]);
  return (
    <SidePanel label={words.panel}>
      {id === null ? (
        <StatePanel title={words.nothingLooked} />
      ) : (
        <LiveView live={sheet} question={question}>
          {(value) => <Sheet sheet={value} isNational={isNational} onOpening={onOpening} />}
        </LiveView>
      )}
    </SidePanel>
  );
}

type SheetProps = Omit<AlertPanelProps, 'id'> & { readonly sheet: AlertSheet };

function Sheet({ sheet: { alert, thread, ladder, requests, openings }, isNational, onOpening }: SheetProps) {
  if (alert === null) return <StatePanel title={words.noAlert} />;
  return (
    <>
      <h2>{String(alert['establishmentName'] ?? '')}</h2>
      <div>
        {agencyLabel(alert['agency'] ?? null)} · {formatNumber(Number(alert['remaining'] ?? 0))} ×{' '}
        {professionLabel(alert['profession'] ?? null)} <AlertStatePill state={String(alert['state'] ?? '')} />
      </div>
      <h3>{words.thread}</h3>
      <ThreadList thread={thread} />
      <h3>{FR_NATION.ladder.title}</h3>
      <LadderList ladder={ladder} />
      <h3>{words.openings(openings.length)}</h3>
      {openings.length === 0 && <p className="dk-quiet">{words.noOpening}</p>}
      <ul className="dk-list">
        {openings.map((opening) => (
          <li key={opening.id}>
            <button type="button" className="dk-link" onClick={() => onOpening(opening.id)}>
              {opening.label}
            </button>
            <div className="dk-quiet">
              {FR_NATION.openings.stateOf(opening.state)} · {FR_NATION.openings.use(opening.used, opening.ceiling)}
            </div>
          </li>
        ))}
      </ul>
      <h3>{words.requests(requests.length)}</h3>
      {requests.length === 0 && <p className="dk-quiet">{words.noRequest}</p>}
      <ul className="dk-list">
        {requests.map((request) => (
          <RequestLine key={request.id} request={request} isNational={isNational} />
        ))}
      </ul>
    </>
  );
}

function RequestLine({ request, isNational }: { readonly request: ReserveLine; readonly isNational: boolean }) {
  const { decide, readOnly } = useDecisions();
  return (
    <li>
      <Pill tone={request.state === 'granted' ? 'success' : request.state === 'sent' ? 'info' : 'neutral'}>
        {words.requestStates[request.state]}
      </Pill>{' '}
      {words.requestOf(request.headcount)} {request.hasOpenIntent && <Pill tone="info">{FR.missions.pending}</Pill>}
      <div>{request.message}</div>
      <div className="dk-quiet">
        {formatMoment(request.at)} · {request.byName}
      </div>
      {isNational && request.state === 'sent' && (
        <Button
          size="compact-xs"
          variant="default"
          mt={4}
          disabled={readOnly !== null || request.hasOpenIntent}
          onClick={() => decide(draftOf('record-reserve-answer'), { type: 'ids', ids: [request.id] })}
        >
          {FR.decision.titles['record-reserve-answer']}
        </Button>
      )}
    </li>
  );
}
