/** Records of what is likely one person: same e-mail, or same RPPS or ADELI number (DOMAIN §3). The ARS merges them. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export interface DuplicateGroup {
  readonly by: 'email' | 'identifier';
  /** The oldest record first: into which the others are usually merged. */
  readonly candidates: readonly { readonly id: string; readonly number: number; readonly agency: number | null }[];
}

const MOST_GROUPS = 1000;

const SHARED = { email: 'emailKey', identifier: 'identifier' } as const;

async function groupsBy(
  reader: Kysely<Tables>,
  by: DuplicateGroup['by'],
  agency: number | null,
): Promise<DuplicateGroup[]> {
  const column = SHARED[by];
  const keys = await reader
    .selectFrom('candidate')
    .select(column)
    .where(column, 'is not', null)
    .where('mergedInto', 'is', null)
    .groupBy(column)
    .having(({ fn }) => fn.countAll(), '>', 1)
    .$if(agency !== null, (query) =>
      query.having(
        ({ fn, lit, eb }) => fn.sum(eb.case().when('agency', '=', agency).then(lit(1)).else(lit(0)).end()),
        '>',
        0,
      ),
    )
    .orderBy(column)
    .limit(MOST_GROUPS)
    .execute();
  const values = keys.flatMap((key) => (key[column] === null || key[column] === undefined ? [] : [key[column]]));
  if (values.length === 0) return [];
  const rows = await reader
    .selectFrom('candidate')
    .select(['id', 'number', 'agency', column])
    .where(column, 'in', values)
    .where('mergedInto', 'is', null)
    .orderBy('number')
    .execute();
  const groups = Map.groupBy(rows, (row) => row[column]);
  return values.map((value) => ({
    by,
    candidates: (groups.get(value) ?? []).map(({ id, number, agency: home }) => ({ id, number, agency: home })),
  }));
}

/**
 * Every group in which at least one record is of the agency; of the nation when it is null.
 *
 * @example const groups = await findDuplicates(ground.database.read, 6);
 */
export async function findDuplicates(reader: Kysely<Tables>, agency: number | null): Promise<DuplicateGroup[]> {
  return [...(await groupsBy(reader, 'email', agency)), ...(await groupsBy(reader, 'identifier', agency))];
}
