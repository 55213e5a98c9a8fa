/** The establishment that already bears this geographic FINESS or GID: its accounts share everything (F27-F28). */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** The oldest of them, so that two instances name the same; null when there is none. */
export async function findSameEstablishment(
  reader: Kysely<Tables>,
  identifiers: { readonly finess: string | null; readonly gid: string | null },
): Promise<Tables['establishment'] | null> {
  const { finess, gid } = identifiers;
  if (finess === null && gid === null) return null;
  const found = await reader
    .selectFrom('establishment')
    .selectAll()
    .where((builder) =>
      builder.or([
        ...(finess === null ? [] : [builder('finess', '=', finess)]),
        ...(gid === null ? [] : [builder('gid', '=', gid)]),
      ]),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** What to lock so that the same establishment is not made twice. */
export function establishmentKeys(identifiers: {
  readonly finess: string | null;
  readonly gid: string | null;
}): readonly `establishment:${string}`[] {
  return [
    ...(identifiers.finess === null ? [] : [`establishment:finess:${identifiers.finess}` as const]),
    ...(identifiers.gid === null ? [] : [`establishment:gid:${identifiers.gid}` as const]),
  ];
}
