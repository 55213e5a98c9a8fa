/** Who asks for an account, and for which establishment: checked, in normal form (DOMAIN §5.2). */
import type { AgencyCode } from '../geography/agency.ts';

export interface Requester {
  readonly lastName: string;
  readonly firstName: string;
  /** In normal form: one e-mail, one account (F23). */
  readonly email: string;
  readonly phone: string;
}

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

/** What a sound row of annex 2 says. */
export interface AnnexAccount {
  readonly requester: Requester;
  readonly establishment: RequestedEstablishment;
}
