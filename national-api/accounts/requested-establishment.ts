/** What a request says of its establishment, checked: the form and the spreadsheet share it. DOMAIN §5.2. */
import type { RequestedEstablishment } from '../../contract/domain/annex/annex-account.ts';
import { agencyOf } from '../../contract/domain/geography/agency.ts';
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import { departementOfFiness } from '../../contract/domain/identifier/finess.ts';
import { shippedPlaces } from '../geography/shipped-places.ts';

export interface RequestPlace {
  readonly departement: DepartementCode;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: string;
}

/** Where it stands. An unknown postal code leaves the département of the FINESS, else the agency's first. */
export function placeRequest(
  request: Pick<RequestedEstablishment, 'postalCode' | 'city' | 'finess' | 'agency'>,
): RequestPlace {
  const place = shippedPlaces().locate(request.postalCode, request.city);
  const { latitude, longitude, precision } = place;
  const fromFiness = request.finess === null ? null : departementOfFiness(request.finess);
  const departement = place.departement ?? fromFiness ?? agencyOf(request.agency).departements[0];
  if (departement === undefined) throw new RangeError(`Agency ${request.agency} has no département`);
  return {
    departement,
    latitude,
    longitude,
    precision,
  };
}
