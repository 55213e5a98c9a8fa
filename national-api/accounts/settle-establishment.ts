/** The establishment of a validated request: the one of the same FINESS or GID, else a new one (F27-F28). */
import type { RequestedEstablishment } from '../../contract/domain/annex/annex-account.ts';
import { establishmentCategoryOf, parseEstablishmentCategory } from '../../contract/domain/establishment-category.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { findSameEstablishment } from './find-same-establishment.ts';
import { placeRequest } from './requested-establishment.ts';

/** Lock `establishmentKeys(request)` before: the same establishment is not made twice. */
export async function settleEstablishment(
  work: UnitOfWork,
  request: RequestedEstablishment & { readonly phone: string },
): Promise<Stored<'establishment'>> {
  const same = await findSameEstablishment(work.writer, request);
  if (same !== null) return (work.adopt('establishment', [same])[0] ?? same) as Stored<'establishment'>;
  const category = parseEstablishmentCategory(request.category);
  const place = placeRequest(request);
  const { name, finess, gid, address, postalCode, city, agency, phone } = request;
  return work.insert('establishment', {
    id: work.ground.makeId(),
    name,
    category: request.category,
    family: category.ok ? establishmentCategoryOf(category.value).family : 'other',
    finess,
    gid,
    address,
    postalCode,
    city,
    agency,
    ...place,
    phone,
    createdAt: work.at,
  });
}
