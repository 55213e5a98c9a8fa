/**
 * What the administration of the workstations decides: never a window, never a person (TRUST S40). A JSON file beside
 * the system's own, else the one that was packaged.
 */
import { readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { z } from 'zod';

const origin = z
  .url()
  .refine((text) => URL.parse(text)?.origin === text, 'Une origine, sans chemin : https://service.example')
  .refine(
    (text) => text.startsWith('https://') || URL.parse(text)?.hostname === '127.0.0.1',
    'Une origine en https (ou la boucle locale, pour la démonstration)',
  );

export const managedConfigurationSchema = z.strictObject({
  /** Origin of the national service. */
  server: origin,
  /** Origins that the identity provider's pages need, beside the service's. */
  signInOrigins: z.array(origin).max(20).default([]),
});
export type ManagedConfiguration = z.infer<typeof managedConfigurationSchema>;

/**
 * The configuration of a run that is told its service on the command line: demonstration, development, tests.
 *
 * @throws Error with a French sentence when it is no origin that may be spoken to
 */
export function configurationFor(server: string | undefined): ManagedConfiguration {
  const parsed = managedConfigurationSchema.safeParse({ server });
  if (parsed.success) return parsed.data;
  throw new Error(`L'adresse du service national (--server) n'est pas utilisable : ${server ?? 'absente'}.`);
}

/** Where an administrator puts it. */
export function managedConfigurationPath(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'win32')
    return win32.join(environment['PROGRAMDATA'] ?? 'C:\\ProgramData', 'renfort-regulation', 'configuration.json');
  if (platform === 'darwin') return '/Library/Application Support/renfort-regulation/configuration.json';
  return posix.join('/etc', 'renfort-regulation', 'configuration.json');
}

/**
 * The first of these files that exists.
 *
 * @throws Error with a French sentence when none does, or when it does not say what it must
 */
export function readManagedConfiguration(paths: readonly string[]): ManagedConfiguration {
  for (const path of paths) {
    const text = readWhenPresent(path);
    if (text === null) continue;
    const parsed = managedConfigurationSchema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new Error(`Configuration illisible (${path}) : ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  throw new Error(`Ce poste n'est pas configuré : aucun fichier ${paths.join(' ni ')}.`);
}

function readWhenPresent(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
