import { z } from 'zod';
import { principalSchema } from '../../../contract/national/principal.ts';
import { parseStrictJson } from '../../../contract/national/strict-json.ts';
import type { IdentityFetch } from './identity-fetch.ts';
import { SignInFault } from './sign-in-fault.ts';

/** Who is signed in, as far as this workstation needs to know. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly agency: number | null;
  readonly departements: string[] | null;
}

/** What we read of a problem (RFC 9457): its French sentence. */
const problemSchema = z.looseObject({ title: z.string(), detail: z.string().optional() });

/** @throws SignInFault 'no-habilitation' with the service's own sentence, 'session-ended', 'offline' */
export async function askWhoIAm(server: string, accessToken: string, fetch: IdentityFetch): Promise<Person> {
  const headers = { accept: 'application/json', authorization: `Bearer ${accessToken}` };
  const response = await fetch(new URL('/v1/me', server).href, { method: 'GET', headers }).catch((error: unknown) => {
    throw new SignInFault('offline', undefined, { cause: error });
  });
  const body: unknown = await response
    .text()
    .then(parseStrictJson)
    .catch(() => null);
  if (response.status === 401) throw new SignInFault('session-ended');
  if (response.status === 403) {
    const problem = problemSchema.safeParse(body);
    throw new SignInFault('no-habilitation', problem.success ? (problem.data.detail ?? problem.data.title) : undefined);
  }
  const principal = principalSchema.safeParse(body);
  if (!response.ok || !principal.success) throw new SignInFault('offline');
  const { personId, displayName, role, agency, departements } = principal.data;
  return { id: personId, name: displayName, role, agency, departements };
}
