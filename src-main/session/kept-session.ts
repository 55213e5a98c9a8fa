/** What stays in the secret store between two starts: who was signed in where, and the right to come back. */
import { z } from 'zod';
import type { SecretStore } from '../host/host.ts';

const NAME = 'session';

const keptSchema = z.strictObject({
  server: z.string(),
  refreshToken: z.string(),
  person: z.strictObject({
    id: z.string(),
    name: z.string(),
    role: z.string(),
    agency: z.int().nullable(),
    departements: z.array(z.string()).nullable(),
  }),
});
export type KeptSession = z.infer<typeof keptSchema>;

/** Null when nobody is, when it is of another service, or when it is not readable any more. */
export async function readKeptSession(secrets: SecretStore, server: string): Promise<KeptSession | null> {
  const bytes = await secrets.read(NAME);
  if (bytes === null) return null;
  const parsed = keptSchema.safeParse(parseJson(Buffer.from(bytes).toString('utf8')));
  return parsed.success && parsed.data.server === server ? parsed.data : null;
}

export async function keepSession(secrets: SecretStore, kept: KeptSession): Promise<void> {
  await secrets.write(NAME, new Uint8Array(Buffer.from(JSON.stringify(kept), 'utf8')));
}

export async function forgetSession(secrets: SecretStore): Promise<void> {
  await secrets.remove(NAME);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
