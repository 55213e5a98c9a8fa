/**
 * The national service, put together: database, nation, front, clock, mails. Reads as a table of contents; everything
 * that comes from outside (time, randomness, settings) is a parameter.
 */
import type { Clock } from '../contract/domain/instant.ts';
import { HANDLERS } from './commands/handlers.ts';
import { openDatabase } from './database/open-database.ts';
import { shippedPlaces } from './geography/shipped-places.ts';
import type { HttpLimits } from './http/limits.ts';
import { DEFAULT_LIMITS } from './http/limits.ts';
import { createHttpServer } from './http/server.ts';
import type { Service } from './http/service.ts';
import type { UpstreamSettings } from './identity/identity-settings.ts';
import { mountIdentity } from './identity/mount-identity.ts';
import { authenticateToken } from './identity/principal-of-token.ts';
import { seedDemoPeople } from './identity/seed-demo-people.ts';
import { anchorReadJournals } from './journal/anchor-reads.ts';
import type { Ground, Log, Settings } from './kernel/ground.ts';
import { DEFAULT_SETTINGS } from './kernel/ground.ts';
import { ensureNation } from './nation/ensure-nation.ts';
import type { NationSize } from './nation/nation-size.ts';
import { startPeriodic } from './periodic.ts';

const MINUTE = 60_000;

export interface ServiceOptions {
  /** `postgres://…`, or the path of the embedded database's file. */
  readonly databaseAddress: string;
  /** Keys and ready-made snapshots; must exist. */
  readonly dataFolder: string;
  /** 0: any free port. */
  readonly port: number;
  readonly host?: string;
  /** Address at which browsers reach the service; by default where it listens. */
  readonly publicUrl?: string;
  readonly clock: Clock;
  /** A new UUIDv7. */
  readonly makeId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly log: Log;
  readonly settings?: Partial<Settings>;
  readonly limits?: Partial<HttpLimits>;
  /** 'demo': invented people, its own sign-in provider, outgoing mails readable. */
  readonly upstream: UpstreamSettings | 'demo';
  /** An invented nation for an empty base; absent: the base is taken as it is. */
  readonly nation?: { readonly size: NationSize; readonly seed: number };
}

export interface RunningService {
  readonly url: string;
  readonly ground: Ground;
  close(): Promise<void>;
}

function groundOf(options: ServiceOptions, database: Ground['database']): Ground {
  const { clock, makeId, randomBytes, log } = options;
  return { database, clock, makeId, randomBytes, log, settings: { ...DEFAULT_SETTINGS, ...options.settings } };
}

/** Opens everything in order, and closes what was opened when a later part fails. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const database = await openDatabase(options.databaseAddress);
  try {
    const ground = groundOf(options, database);
    const demo = options.upstream === 'demo';
    if (options.nation) await ensureNation(ground, { ...options.nation, places: shippedPlaces() });
    if (demo) await seedDemoPeople(ground);

    const service: Service = {
      ground,
      handlers: HANDLERS,
      authenticate: (bearer) => authenticateToken(ground, bearer),
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      demo,
      instance: options.makeId(),
      dataFolder: options.dataFolder,
    };
    let url = options.publicUrl ?? '';
    const server = await createHttpServer(service, (fastify) =>
      mountIdentity(fastify, ground, {
        publicUrl: () => url,
        dataFolder: options.dataFolder,
        upstream: options.upstream,
      }),
    );
    const listening = await server.listen({ host: options.host ?? '127.0.0.1', port: options.port });
    url = options.publicUrl ?? listening;
    const periodics = [startPeriodic('anchor-reads', MINUTE, () => anchorReadJournals(ground), ground.log)];

    return {
      url,
      ground,
      async close() {
        await Promise.all(periodics.map((periodic) => periodic.stop()));
        await server.close();
        await anchorReadJournals(ground);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
