import type { OpeningSheet } from '../../../contract/app/nation-contract.ts';
import { POOL_LABELS } from '../../../contract/domain/pool.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { useSelection } from '../../data/use-selection.ts';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_NATION } from '../../text/fr-nation.ts';
import {
  agencyLabel,
  mobilisationLabel,
  professionLabel,
  proposalStateLabel,
  specialtyLabel,
} from '../../text/labels.ts';
import { CoverBar } from '../../ui/cover-bar.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { OpeningStatePill } from './opening-columns.tsx';

const words = FR_NATION.openings;
const POOLS: Readonly<Record<string, string>> = POOL_LABELS;

/** The opening looked at: its scope, what is used, agreements and objection, who was proposed under it. */
export function OpeningPanel({ id }: { readonly id: string | null }) {
  const question = `opening ${id}`;
  const sheet = useLive(id === null ? null : question, (client) => client.nation.opening({ id: id ?? '' }), [
    'regulation',
    'proposals',
    'outbox',
  ]);
  return (
    <SidePanel label={words.panel}>
      {id === null ? (
        <StatePanel title={words.nothingLooked} />
      ) : (
        <LiveView live={sheet} question={question}>
          {(value) => <Sheet sheet={value} />}
        </LiveView>
      )}
    </SidePanel>
  );
}

function Scope({ sheet: { terms, missions } }: { readonly sheet: OpeningSheet }) {
  const list = (codes: readonly string[], label: (code: string) => string) =>
    codes.length === 0 ? words.all : codes.map(label).join(', ');
  const lenders =
    terms.lenderAgencies === null
      ? words.everyRegion
      : terms.lenderAgencies.map((code) => agencyLabel(code)).join(', ');
  return (
    <FactList
      facts={[
        [words.columns.receiver, agencyLabel(terms.receiverAgency)],
        [FR.missions.title, terms.receiverMissions === null ? words.wholeRegion : words.missions(missions.length)],
        [words.columns.lenders, lenders],
        [words.columns.poolKinds, terms.poolKinds.map((kind) => POOLS[kind] ?? kind).join(', ')],
        [words.columns.professions, list(terms.professions, professionLabel)],
        [FR_NATION.alerts.columns.specialty, list(terms.specialties, specialtyLabel)],
        [words.columns.mobilisations, list(terms.mobilisations, mobilisationLabel)],
        [words.datesTitle, words.dates(terms.fromDate, terms.untilDate)],
      ]}
    />
  );
}

function Sheet({ sheet }: { readonly sheet: OpeningSheet }) {
  const { opening, missions, objection, objectionUntil, agreements, closed, proposals } = sheet;
  const { change: select } = useSelection();
  const number = (name: string) => Number(opening[name] ?? 0);
  const look = (id: string) => select({ subject: { kind: 'mission', id }, chosen: null });
  return (
    <>
      <h2>
        {String(opening['lenders'])} → {String(opening['receiver'])}
      </h2>
      <OpeningStatePill state={String(opening['state'])} />
      <p>{String(opening['reason'])}</p>
      <h3>{words.useTitle}</h3>
      <CoverBar
        part={number('used')}
        whole={number('ceiling')}
        words={words.useWords(number('used'), number('assigned'), number('ceiling'))}
      />
      <div className="dk-quiet">{words.useWords(number('used'), number('assigned'), number('ceiling'))}</div>
      {closed !== null && (
        <p>
          {words.closed(closed.byName ?? FR.none, formatMoment(closed.at))}
          {closed.reason === null ? '' : ` : ${closed.reason}`}. <span className="dk-quiet">{words.staysProposed}</span>
        </p>
      )}
      <h3>{words.scope}</h3>
      <Scope sheet={sheet} />
      {missions.length > 0 && (
        <ul className="dk-list">
          {missions.map((mission) => (
            <li key={mission.id}>
              <button type="button" className="dk-link" onClick={() => look(mission.id)}>
                {mission.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      {agreements.length > 0 && (
        <>
          <h3>{words.agreements}</h3>
          <ul className="dk-list">
            {agreements.map(({ agency, byName, at }) => (
              <li key={agency}>
                {agencyLabel(agency)} ·{' '}
                {byName === null ? <strong>{words.notAgreed}</strong> : words.agreed(byName, formatMoment(at))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.objectionTitle}</h3>
      {objection === null ? (
        <p className="dk-quiet">
          {objectionUntil === null ? words.noObjection : words.objectionUntil(formatMoment(objectionUntil))}
        </p>
      ) : (
        <ul className="dk-list">
          <li>
            <strong>{objection.reason}</strong>
            <div className="dk-quiet">
              {formatMoment(objection.at)} · {objection.byName}
            </div>
          </li>
          {objection.overruledReason !== null && (
            <li>
              {objection.overruledReason}
              <div className="dk-quiet">{words.overruled(objection.overruledByName ?? FR.missions.pending)}</div>
            </li>
          )}
        </ul>
      )}
      <h3>{words.proposals(proposals.length)}</h3>
      {proposals.length === 0 && <p className="dk-quiet">{words.noProposal}</p>}
      <ul className="dk-list">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            {proposal.candidateName ?? FR.missions.outOfReach} → {proposal.establishmentName}
            <div className="dk-quiet">
              {proposalStateLabel(proposal.state)} · {formatMoment(proposal.proposedAt)}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
