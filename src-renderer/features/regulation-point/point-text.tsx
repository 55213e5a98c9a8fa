import type { RegulationPoint } from '../../../contract/app/snapshot-contract.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { totalsOf } from './point-rows.ts';

const { sentences } = FR_SNAPSHOTS.point;

/** The point in sentences, as one reads it out at the morning's meeting. */
export function PointText({ point }: { readonly point: RegulationPoint }) {
  const { missions, posts, filled, remaining, urgent, people, free, assigned, contacted, proposed } = totalsOf(
    point.rows,
  );
  return (
    <>
      <p>{sentences.needs(missions, posts, filled, remaining)}</p>
      <p>{sentences.urgent(urgent)}</p>
      <p>{sentences.people(people, free, assigned)}</p>
      <p>{sentences.held(contacted, proposed)}</p>
      <p>{sentences.regulation(point.alerts, point.crisisLines, point.openings)}</p>
    </>
  );
}
