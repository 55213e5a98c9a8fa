/**
 * The national service, put together: database, nation, front, clock, mails. Reads as a table of contents; everything
 * that comes from outside (time, randomness, settings) is a parameter.
 */
import type { Clock } from '../contract/domain/instant.ts';
import { sweep } from './clock/sweep.ts';
import { HANDLERS } from './commands/handlers.ts';
import { openDatabase } from './database/open-database.ts';
import { shippedPlaces } from './geography/shipped-places.ts';
import type { HttpLimits } from './http/limits.ts';
import { DEFAULT_LIMITS } from './http/limits.ts';
import { createHttpServer } from './http/server.ts';
import type { Service } from './http/service.ts';
import { ACTIVATION_PATH } from './identity/account-pages.ts';
import type { UpstreamSettings } from './identity/identity-settings.ts';
import { mountIdentity } from './identity/mount-identity.ts';
import { removeExpiredOidc } from './identity/oidc-adapter.ts';
import { authenticateToken } from './identity/principal-of-token.ts';
import { seedDemoPeople } from './identity/seed-demo-people.ts';
import { anchorReadJournals } from './journal/anchor-reads.ts';
import type { Ground, Log, Settings } from './kernel/ground.ts';
import { DEFAULT_SETTINGS } from './kernel/ground.ts';
import { startMailLoop } from './mail/mail-loop.ts';
import { createDemoBox } from './mail/mail-transport.ts';
import type { SmtpSettings } from './mail/smtp-transport.ts';
import { createSmtpTransport } from './mail/smtp-transport.ts';
import { ensureNation } from './nation/ensure-nation.ts';
import type { NationSize } from './nation/nation-size.ts';
import { startDemoSimulator } from './nation/start-demo-simulator.ts';
import { startPeriodic } from './periodic.ts';
import type { SimulationSpeed } from './simulator/pace.ts';
import { openSnapshotShelf } from './snapshot/snapshot-shelf.ts';

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
  /** Plays establishments and volunteers of the invented nation. */
  readonly simulation?: { readonly speed: SimulationSpeed; readonly seed: number };
  /** Absent: mails are kept in the base. */
  readonly smtp?: SmtpSettings;
}

export interface RunningService {
  readonly url: string;
  readonly ground: Ground;
  close(): Promise<void>;
}

function groundOf(options: ServiceOptions, database: Ground['database'], url: () => string): Ground {
  const { clock, makeId, randomBytes, log } = options;
  const activationLink = (token: string): string => `${url()}${ACTIVATION_PATH}?jeton=${token}`;
  const settings = { ...DEFAULT_SETTINGS, activationLink, ...options.settings };
  return { database, clock, makeId, randomBytes, log, settings };
}

/** Opens everything in order; closes in the opposite order, also when a later part fails to open. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer();
  };
  try {
    return { ...(await open(options, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  options: ServiceOptions,
  closers: (() => Promise<unknown>)[],
): Promise<Omit<RunningService, 'close'>> {
  const database = await openDatabase(options.databaseAddress);
  closers.push(() => database.close());
  let url = options.publicUrl ?? '';
  const ground = groundOf(options, database, () => url);
  closers.push(() => anchorReadJournals(ground));

  const demo = options.upstream === 'demo';
  if (options.nation) await ensureNation(ground, { ...options.nation, places: shippedPlaces() });
  if (demo) await seedDemoPeople(ground);

  const snapshots = await openSnapshotShelf(ground, options.dataFolder);
  closers.push(() => snapshots.close());
  const service: Service = {
    ground,
    handlers: HANDLERS,
    authenticate: (bearer) => authenticateToken(ground, bearer),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    demo,
    instance: options.makeId(),
    snapshots,
  };
  const { dataFolder, upstream } = options;
  const server = await createHttpServer(service, (fastify) =>
    mountIdentity(fastify, ground, { publicUrl: () => url, dataFolder, upstream }),
  );
  closers.push(() => server.close());
  const listening = await server.listen({ host: options.host ?? '127.0.0.1', port: options.port });
  url = options.publicUrl ?? listening;

  const sweeping = startPeriodic('sweep', MINUTE, () => sweep(ground), ground.log);
  const anchoring = startPeriodic('anchor-reads', MINUTE, () => anchorReadJournals(ground), ground.log);
  const clearing = startPeriodic('expired-sessions', MINUTE, () => removeExpiredOidc(ground), ground.log);
  closers.push(
    () => sweeping.stop(),
    () => anchoring.stop(),
    () => clearing.stop(),
  );
  const mails = startMailLoop(ground, options.smtp ? createSmtpTransport(options.smtp) : createDemoBox());
  closers.push(() => mails.stop());
  if (options.simulation) {
    const cast = { url: listening, places: shippedPlaces(), ...options.simulation };
    const simulator = await startDemoSimulator(ground, cast);
    closers.push(() => simulator.stop());
  }
  return { url, ground };
}
