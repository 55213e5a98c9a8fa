/** A service that knows nothing but sign-in, on a port of its own, for the tests of identity. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { IdentitySettings } from '../../national-api/identity/identity-settings.ts';
import { mountIdentity } from '../../national-api/identity/mount-identity.ts';
import { seedDemoPeople } from '../../national-api/identity/seed-demo-people.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import type { DatabaseKind } from './databases.ts';
import type { World } from './world.ts';
import { startWorld } from './world.ts';

export interface IdentityHouse {
  readonly url: string;
  readonly world: World;
  /** Of its keys. */
  readonly dataFolder: string;
  /** The world's ground on the real clock, which the OpenID library reads too. */
  readonly ground: Ground;
  readonly logged: readonly { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[];
  close(): Promise<void>;
}

export async function startIdentityHouse(
  kind: DatabaseKind,
  settings: Partial<IdentitySettings> = {},
): Promise<IdentityHouse> {
  const world = await startWorld(kind);
  const logged: { event: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const ground: Ground = {
    ...world.ground,
    clock: () => Date.now(),
    log: (event, fields = {}) => {
      logged.push({ event, fields });
    },
  };
  await seedDemoPeople(ground);
  const folder = mkdtempSync(join(tmpdir(), 'renfort-identity-'));
  const fastify = Fastify();
  const publicUrl = (): string => `http://127.0.0.1:${(fastify.server.address() as AddressInfo).port}`;
  await mountIdentity(fastify, ground, { publicUrl, dataFolder: folder, upstream: 'demo', ...settings });
  await fastify.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: publicUrl(),
    world,
    dataFolder: folder,
    ground,
    logged,
    async close() {
      await fastify.close();
      await world.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
