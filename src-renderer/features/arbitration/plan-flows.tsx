import { AGENCIES } from '../../../contract/domain/geography/agency.ts';
import { useLive } from '../../data/use-live.ts';
import { formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_ARBITRATION } from '../../text/fr-arbitration.ts';
import { agencyLabel } from '../../text/labels.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { RegionMap } from '../../ui/region-map.tsx';

interface PlanFlowsProps {
  readonly planId: string;
  /** Changes when the plan was computed again. */
  readonly version: string;
}

const words = FR_ARBITRATION;
const REGION = new Map<number, string>(AGENCIES.map(({ code, regionCode }) => [code, regionCode]));
const MOST_LINES = 40;

/** Who goes from which region to which: arrows on the map, and the same as a table. */
export function PlanFlows({ planId, version }: PlanFlowsProps) {
  const answer = useLive(`flows ${planId} ${version}`, (client) => client.arbitration.flows({ planId }), []);
  const flows = answer.value?.flows;
  if (flows === undefined) return <LoadingLines label={FR.loading} count={6} />;
  const between = flows.filter(({ fromAgency, toAgency }) => fromAgency !== toAgency);
  const most = Math.max(1, ...between.map(({ people }) => people));
  const say = (from: number | null, to: number | null, people: number) =>
    words.flow(agencyLabel(from), agencyLabel(to), people);
  return (
    <section aria-label={words.flows}>
      <h3>{words.flows}</h3>
      <RegionMap
        label={words.flows}
        height={230}
        figures={AGENCIES.map(({ code, regionCode, label }) => {
          const received = between
            .filter(({ toAgency }) => toAgency === code)
            .reduce((sum, { people }) => sum + people, 0);
          const figure = received === 0 ? '' : `+${formatNumber(received)}`;
          return { code: regionCode, level: 0, figure, words: `${label} ${figure}` };
        })}
        flows={between.flatMap(({ fromAgency, toAgency, people }) => {
          const [from, to] = [REGION.get(fromAgency ?? 0), REGION.get(toAgency ?? 0)];
          if (from === undefined || to === undefined) return [];
          return [{ from, to, share: people / most, words: say(fromAgency, toAgency, people) }];
        })}
      />
      <table className="dk-plain" aria-label={words.flowsTable}>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
            <th scope="col" className="dk-right">
              {words.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {flows
            .toSorted((left, right) => right.people - left.people)
            .slice(0, MOST_LINES)
            .map(({ fromAgency, toAgency, people }) => (
              <tr key={`${fromAgency} ${toAgency}`}>
                <td>{agencyLabel(fromAgency)}</td>
                <td>{fromAgency === toAgency ? words.within : agencyLabel(toAgency)}</td>
                <td className="dk-right">{formatNumber(people)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
