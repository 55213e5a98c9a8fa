/**
 * What a real deployment says in a file that only its account can read: secrets never travel on a command line. Without
 * such a file the service is a demonstration.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const upstreamSchema = z.strictObject({
  label: z.string().min(1),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z.string().min(1),
  acrValues: z.string().nullable(),
  idTokenAlgorithm: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']),
});

const smtpSchema = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535),
  secure: z.boolean(),
  user: z.string().nullable(),
  password: z.string().nullable(),
  sender: z.email(),
});

const settingsSchema = z.strictObject({
  /** Address at which browsers reach the service. */
  publicUrl: z.url().optional(),
  /** ProConnect, Pro Santé Connect, an agency's own provider; absent: the demonstration's. */
  upstream: upstreamSchema.optional(),
  /** Absent: mails are kept in the base. */
  smtp: smtpSchema.optional(),
});
export type ServiceSettings = z.infer<typeof settingsSchema>;

/**
 * @throws Error with a French sentence; what the file holds is never repeated
 * @example readServiceSettings('/etc/renfort/service.json')
 */
export function readServiceSettings(path: string): ServiceSettings {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`Le fichier de réglages ${path} n’est pas lisible, ou n’est pas du JSON.`);
  }
  const read = settingsSchema.safeParse(value);
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path: at }) => at.join('.') || 'la racine');
  throw new Error(`Le fichier de réglages ${path} n’est pas conforme : ${[...new Set(fields)].join(', ')}.`);
}
