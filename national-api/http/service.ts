/** What the HTTP front is given; it owns none of it. */
import type { Principal } from '../../contract/national/principal.ts';
import type { Authentication } from '../identity/authentication.ts';
import type { Ground } from '../kernel/ground.ts';
import type { Handlers } from '../kernel/handler.ts';
import type { SnapshotShelf } from '../snapshot/snapshot-shelf.ts';
import type { HttpLimits } from './limits.ts';

export interface Service {
  readonly ground: Ground;
  readonly handlers: Handlers;
  /** Who speaks with this bearer token. */
  readonly authenticate: (bearer: string) => Promise<Authentication>;
  readonly limits: HttpLimits;
  /** A demonstration: invented people, outgoing mails readable. */
  readonly demo: boolean;
  /** Name of this process among those that share the database: its chain of reads. */
  readonly instance: string;
  /** Ready-made first snapshots and their key. */
  readonly snapshots: SnapshotShelf;
}

/** What a procedure knows of the call. */
export interface CallContext {
  readonly service: Service;
  /** Null on public routes without a session. */
  readonly principal: Principal | null;
  /** Seconds to tell in Retry-After. */
  readonly setRetryAfter: (seconds: number) => void;
  /** Counts commands against the caller's volume; throws the problem when it is passed. */
  readonly countCommands: (count: number) => void;
}

/** The caller of a route that is not public; the guard has seen to it. */
export function callerOf(context: Pick<CallContext, 'principal'>): Principal {
  if (context.principal === null) throw new Error('A route without a caller asked who calls');
  return context.principal;
}
