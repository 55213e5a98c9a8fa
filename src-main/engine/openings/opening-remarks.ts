/** What a person should know of an opening before making it, in French. */
import type { OpeningVariant } from '../../../contract/app/simulation-shapes.ts';
import { formatCivilDate } from '../../../contract/domain/civil-date.ts';
import { agencyOf, isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import type { Instant } from '../../../contract/domain/instant.ts';
import { acceptsOtherRegions } from '../../../contract/domain/mobilisation.ts';
import { initialOpeningState, UNLISTED_POOL } from '../../../contract/domain/opening.ts';
import { openingsContradict, openingsOverlap } from '../../../contract/national/facts/opening-overlap.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { OpeningRow } from '../../../contract/national/rows/regulation-rows.ts';
import type { SimulatedOpening } from './variant-opening.ts';

const regionOf = (agency: number): string => (isAgencyCode(agency) ? agencyOf(agency).label : `ARS ${agency}`);

/** @param others openings that are in force, or full */
export function openingRemarks(
  { columns }: SimulatedOpening,
  variant: OpeningVariant,
  others: readonly OpeningRow[],
  now: Instant,
): string[] {
  const today = todayOf(variant.receiverAgency, now);
  const { poolKinds, mobilisations, fromDate, untilDate } = variant;
  const said: (string | null)[] = [
    ...others
      .filter((other) => openingsOverlap(columns, other))
      .map(({ reason }) => `Elle recouvre l’ouverture « ${reason} » : ajustez plutôt celle-ci.`),
    ...others
      .filter((other) => openingsContradict(columns, other))
      .map(
        ({ receiverAgency }) =>
          `Elle contredit une ouverture : ${regionOf(receiverAgency)} reçoit déjà de cette région.`,
      ),
    initialOpeningState(poolKinds) === 'awaiting-agreement'
      ? 'Les réserves étudiantes attendent l’accord de chaque ARS prêteuse : rien ne s’ouvre avant.'
      : null,
    poolKinds.includes(UNLISTED_POOL)
      ? 'La Réserve sanitaire n’est pas listée : faites-lui une demande, l’ouverture n’y change rien.'
      : null,
    poolKinds.includes('territorial')
      ? 'Les plateformes territoriales ne servent que leurs membres : leurs seules personnes n’apparaissent pas ailleurs.'
      : null,
    mobilisations.some(acceptsOtherRegions)
      ? null
      : 'Personne ne sera joignable : seules les personnes de mobilisation Nationale sortent de leur région.',
    fromDate > today
      ? `Elle ne prendra effet que le ${formatCivilDate(fromDate)} ; la simulation la suppose en vigueur.`
      : null,
    untilDate < today ? 'Sa dernière date est passée : elle serait close aussitôt.' : null,
  ];
  return said.filter((sentence) => sentence !== null);
}
