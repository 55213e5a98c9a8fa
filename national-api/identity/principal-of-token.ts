/** Reads a bearer token: opaque, kept by hash, looked up at each request (F159-F163, TRUST S42). */
import { z } from 'zod';
import type { Principal } from '../../contract/national/principal.ts';
import type { Ground } from '../kernel/ground.ts';
import type { Authentication } from './authentication.ts';
import { notAuthenticated } from './authentication.ts';
import { oidcKey } from './oidc-key.ts';
import { principalOfSubject } from './principal-of-subject.ts';
import { parseSubject } from './subject.ts';

/** Longer than any token of ours: what is longer is not looked up. */
const MOST_CHARACTERS = 512;

/** What we need of the provider's own record. */
const accessTokenSchema = z.object({ kind: z.literal('AccessToken'), accountId: z.string(), exp: z.number() });

/**
 * Who speaks with this token, or why nobody does.
 *
 * @example
 * const answer = await authenticateToken(ground, bearer);
 * if (!answer.ok) return problem(answer.status, answer.code, answer.message);
 */
export async function authenticateToken(ground: Ground, bearer: string): Promise<Authentication> {
  if (bearer === '' || bearer.length > MOST_CHARACTERS) return notAuthenticated('token-unknown');
  const reader = ground.database.read;
  const row = await reader
    .selectFrom('oidcPayload')
    .select('payload')
    .where('key', '=', oidcKey('broker', 'AccessToken', bearer))
    .executeTakeFirst();
  if (!row) return notAuthenticated('token-unknown');
  const token = accessTokenSchema.safeParse(JSON.parse(row.payload));
  const subject = token.success ? parseSubject(token.data.accountId) : null;
  if (!token.success || subject === null) return notAuthenticated('token-unknown');
  const now = ground.clock();
  if (token.data.exp * 1000 <= now) return notAuthenticated('token-expired');
  return principalOfSubject(reader, subject, now);
}

/** The same, for those who only ask "who?". */
export async function principalOfToken(ground: Ground, bearer: string): Promise<Principal | null> {
  const answer = await authenticateToken(ground, bearer);
  return answer.ok ? answer.principal : null;
}
