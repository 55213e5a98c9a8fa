import { Button } from '@mantine/core';
import type { PlanEdit, PlanRowDetail } from '../../../contract/app/arbitration-contract.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { ResponseLines } from '../../tables/response-lines.tsx';
import { FR_ARBITRATION } from '../../text/fr-arbitration.ts';
import { agencyLabel } from '../../text/labels.ts';

interface PlanRowPanelProps {
  readonly planId: string;
  readonly rowId: string;
  readonly version: string;
  onEdit(edit: PlanEdit): void;
}

const words = FR_ARBITRATION;

/** Why this person for this post, or why nobody; and who could be there instead. */
export function PlanRowPanel({ planId, rowId, version, onEdit }: PlanRowPanelProps) {
  const question = `row ${planId} ${rowId} ${version}`;
  const detail = useLive(question, (client) => client.arbitration.row({ planId, rowId }), []);
  return (
    <LiveView live={detail} question={question}>
      {(value) => <Detail detail={value} onEdit={onEdit} />}
    </LiveView>
  );
}

function Detail({ detail, onEdit }: { readonly detail: PlanRowDetail; onEdit(edit: PlanEdit): void }) {
  const { missionId, candidateId, terms, reasons, shortfall, others } = detail;
  return (
    <>
      <h2>{words.panel}</h2>
      {shortfall !== null && (
        <>
          <h3>{words.whyNobody}</h3>
          <p>{shortfall.label}</p>
          <ol className="dk-list">
            {shortfall.gates.map(({ label, left }) => (
              <li key={label}>{words.gate(label, left)}</li>
            ))}
          </ol>
        </>
      )}
      {candidateId !== null && (
        <>
          <h3>{words.why}</h3>
          <ul className="dk-list">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <h3>{words.terms}</h3>
          <table className="dk-plain" aria-label={words.terms}>
            <tbody>
              {terms.map(({ label, cost }) => (
                <tr key={label}>
                  <td>{label}</td>
                  <td className="dk-right">{words.cost(cost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="dk-quiet">{words.costHelp}</p>
          <ResponseLines id={candidateId} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{words.others}</h3>
          <ul className="dk-list">
            {others.map((other) => (
              <li key={other.candidateId}>
                <strong>{other.candidateName}</strong> · {agencyLabel(other.candidateAgency)}
                <div className="dk-quiet">
                  {words.other(other.distanceKm, other.cost)} ·{' '}
                  {other.sentTo === null ? words.staysFree : words.goesTo(other.sentTo)}
                </div>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={words.pinInstead(other.candidateName)}
                  onClick={() => onEdit({ kind: 'pin', missionId, candidateId: other.candidateId })}
                >
                  {words.acts.pin}
                </Button>{' '}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.forbidHere(other.candidateName)}
                  onClick={() => onEdit({ kind: 'forbid', missionId, candidateId: other.candidateId })}
                >
                  {words.acts.forbid}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
