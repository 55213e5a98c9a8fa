/** The limiters of one process, and the problem that a caller gets who asks too much (TRUST S45). */
import type { Principal } from '../../contract/national/principal.ts';
import type { Ground } from '../kernel/ground.ts';
import type { HttpLimits } from './limits.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { ServiceProblem } from './service-problem.ts';

const MINUTE = 60_000;

export type TrafficKind = 'read' | 'write' | 'transfer';

export interface Traffic {
  /** @throws ServiceProblem 429 */
  count(kind: TrafficKind, principal: Principal): void;
  countCommands(principal: Principal, commands: number): void;
  /** Requests without a session, by address. */
  countAnonymous(address: string): void;
}

export function createTraffic(ground: Ground, limits: HttpLimits): Traffic {
  const { clock } = ground;
  const limiters = {
    read: createRateLimiter(clock, limits.readsPerMinute, MINUTE),
    write: createRateLimiter(clock, limits.writesPerMinute, MINUTE),
    transfer: createRateLimiter(clock, limits.transfersPerHour, 60 * MINUTE),
    commands: createRateLimiter(clock, limits.commandsPerMinute, MINUTE),
    anonymous: createRateLimiter(clock, limits.anonymousPerMinute, MINUTE),
  };

  function take(name: keyof typeof limiters, key: string, cost: number, actorId: string | null): void {
    const retryAfter = limiters[name].take(key, cost);
    if (retryAfter === 0) return;
    ground.log('traffic.limited', { limit: name, actor: actorId, retryAfter });
    const detail = `Trop de demandes en peu de temps : réessayez dans ${retryAfter} s. Rien n’a été enregistré.`;
    throw new ServiceProblem(429, 'too-many-requests', detail, { retryAfter });
  }

  return {
    count: (kind, { personId }) => take(kind, personId, 1, personId),
    countCommands: ({ personId }, commands) => take('commands', personId, commands, personId),
    countAnonymous: (address) => take('anonymous', address, 1, null),
  };
}
