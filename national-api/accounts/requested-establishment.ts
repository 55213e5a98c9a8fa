/** What a request says of its establishment, checked: the form and the spreadsheet share it. DOMAIN §5.2. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { agencyOf } from '../../contract/domain/geography/agency.ts';
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import { departementOfFiness } from '../../contract/domain/identifier/finess.ts';
import { shippedPlaces } from '../geography/shipped-places.ts';

/** Everything checked and in normal form. */
export interface RequestedEstablishment {
  readonly name: string;
  /** A code of ESTABLISHMENT_CATEGORIES. */
  readonly category: string;
  /** Geographic FINESS; null for a vaccination centre that has none. */
  readonly finess: string | null;
  /** Of a vaccination centre (F28, F47). */
  readonly gid: string | null;
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly agency: AgencyCode;
}

export interface RequestPlace {
  readonly departement: DepartementCode;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: string;
  /** The ARS that was named is not the one of the postal code: said, never blocked. */
  readonly elsewhere: boolean;
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
    elsewhere: place.agency !== null && place.agency !== request.agency,
  };
}
