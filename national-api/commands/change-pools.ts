/** A person enters or leaves a pool, by decision of their ARS (DOMAIN §6). Memberships are a set: no version guards them. */
import { UNLISTED_POOL } from '../../contract/domain/opening.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findCandidate } from '../rules/find-subject.ts';

type Pools = Pick<Stored<'candidate'>, 'pools' | 'poolKinds'>;

export async function changePools<K extends 'candidate.join-pool' | 'candidate.leave-pool'>(
  context: CommandContext<K>,
  poolId: string,
  change: (candidate: Stored<'candidate'>, pool: Stored<'pool'>) => Pools | Promise<Pools>,
): Promise<void> {
  const { work, actor, command } = context;
  const candidate = await findCandidate(work, command.subject);
  const { agency, departement, pools, poolKinds } = candidate;
  requireRight(actor, 'verify-candidate', { agency, departement });
  const pool = await work.get('pool', poolId);
  if (pool === null) throw new CommandRefusal('unknown-pool', "Ce vivier n'existe pas.");
  if (pool.kind === UNLISTED_POOL) {
    throw new CommandRefusal('unlisted-pool', 'Les membres de la Réserve sanitaire ne sont pas listés ici.');
  }
  if (pool.agency !== null && pool.agency !== agency) {
    throw new CommandRefusal('pool-elsewhere', "Ce vivier est celui d'une autre région.");
  }
  const after = await change(candidate, pool);
  await work.update('candidate', candidate, after);
  journalEffect(actOf(context), {
    kind: command.kind,
    subjectKind: 'candidate',
    subjectId: candidate.id,
    subjectAgency: agency,
    before: { pools, poolKinds },
    after: { ...after },
  });
}
