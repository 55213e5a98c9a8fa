/** Whether an e-mail already has an account or a living request: one e-mail, one account (F23, F31-F32). */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A refused request no longer holds its address. */
const LIVING = ['submitted', 'duplicate', 'validated', 'activated'];

export interface KnownEmail {
  /** The request that came first, when there is one, else the account. */
  readonly id: string;
  readonly account: Tables['account'] | null;
}

/** @param except the request that asks */
export async function findKnownEmail(
  reader: Kysely<Tables>,
  email: string,
  except: string,
): Promise<KnownEmail | null> {
  const request = await reader
    .selectFrom('accountRequest')
    .select('id')
    .where('email', '=', email)
    .where('state', 'in', LIVING)
    .where('id', '<>', except)
    .orderBy('submittedAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const account = await reader.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst();
  if (request) return { id: request.id, account: account ?? null };
  return account ? { id: account.id, account } : null;
}
