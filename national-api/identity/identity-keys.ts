/**
 * The keys of the identity providers: made once, kept in the data folder, readable by the service's account only.
 * Instances that share a database share this file too.
 */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const jwkSchema = z.record(z.string(), z.unknown());
const keysSchema = z.strictObject({
  version: z.literal(1),
  /** Signs the ID tokens of this service. */
  brokerKey: jwkSchema,
  /** Signs those of the demonstration's identity provider. */
  demoKey: jwkSchema,
  cookieSecret: z.string().min(32),
  demoClientSecret: z.string().min(32),
});
export type IdentityKeys = z.infer<typeof keysSchema>;

const FILE = 'identity-keys.json';

function newSigningKey(): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(`${jwk.x}.${jwk.y}`).digest('base64url').slice(0, 16);
  return { ...jwk, kid, use: 'sig', alg: 'ES256' };
}

function newKeys(): IdentityKeys {
  const secret = (): string => randomBytes(32).toString('base64url');
  return {
    version: 1,
    brokerKey: newSigningKey(),
    demoKey: newSigningKey(),
    cookieSecret: secret(),
    demoClientSecret: secret(),
  };
}

/**
 * Reads the keys of a data folder, making them at the first start.
 *
 * @throws when the file is there but is not ours: a new one would sign everybody out in silence.
 */
export function loadIdentityKeys(folder: string): IdentityKeys {
  const file = join(folder, FILE);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `.${FILE}.${randomBytes(6).toString('hex')}`);
    writeFileSync(draft, JSON.stringify(newKeys()), { mode: 0o600, flag: 'wx' });
    try {
      // Two instances that start at once: the first link wins, the other reads it.
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    chmodSync(file, 0o600);
  }
  const read = keysSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file} does not hold the keys of this service: put the right file back.`);
  return read.data;
}
