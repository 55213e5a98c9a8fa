/**
 * The establishments that an account acts for: those it groups (F26), and every other one of the same geographic FINESS
 * or GID, since all their accounts see all their missions and candidates (DOMAIN §5.1; F27-F28).
 */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export async function establishmentsOfAccount(
  reader: Kysely<Tables>,
  account: Pick<Tables['account'], 'establishments'>,
): Promise<string[]> {
  const own = JSON.parse(account.establishments) as string[];
  if (own.length === 0) return [];
  const known = await reader.selectFrom('establishment').select(['finess', 'gid']).where('id', 'in', own).execute();
  const finess = known.flatMap((one) => (one.finess === null ? [] : [one.finess]));
  const gids = known.flatMap((one) => (one.gid === null ? [] : [one.gid]));
  const shared = await reader
    .selectFrom('establishment')
    .select('id')
    .where((builder) =>
      builder.or([
        builder('id', 'in', own),
        ...(finess.length === 0 ? [] : [builder('finess', 'in', finess)]),
        ...(gids.length === 0 ? [] : [builder('gid', 'in', gids)]),
      ]),
    )
    .orderBy('id')
    .execute();
  return shared.map(({ id }) => id);
}
