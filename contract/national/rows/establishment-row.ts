/** A requesting establishment. Its switchboard number is cached, so that a call needs no network (DOMAIN §4.10). FEATURES F44-F48. */
import type { RowOf } from './column.ts';
import { integer, nullable, real, text } from './column.ts';

export const ESTABLISHMENT_COLUMNS = {
  id: text,
  version: integer,
  name: text,
  /** FINESS category code, or 'vaccination-centre'. */
  category: text,
  /** EstablishmentFamily of contract/domain. */
  family: text,
  finess: nullable(text),
  gid: nullable(text),
  address: text,
  postalCode: text,
  city: text,
  departement: text,
  agency: nullable(integer),
  latitude: nullable(real),
  longitude: nullable(real),
  precision: text,
  phone: nullable(text),
  createdAt: text,
  updatedAt: text,
} as const;

export type EstablishmentRow = RowOf<typeof ESTABLISHMENT_COLUMNS>;
