/**
 * P1 vital … P4 à différer, or none (DOMAIN §2.7; F114). When everything is vital nothing is: past 20 % of the region's
 * open posts, one more P1 must say why.
 */
import { asksReasonForVital } from '../../contract/domain/priority.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { decideMissionFact } from './decide-mission-fact.ts';

/** Open posts of the mission's region by lane, the mission's own counted as P1. */
async function postsAfter(work: UnitOfWork, mission: Stored<'mission'>): Promise<{ vital: number; open: number }> {
  const rows = await work.writer
    .selectFrom('mission')
    .select((builder) => [
      'priority',
      builder.fn.sum<number>(builder('headcount', '-', builder.ref('accepted'))).as('posts'),
    ])
    .where('agency', mission.agency === null ? 'is' : '=', mission.agency)
    .where('state', '=', 'open')
    .where('endDate', '>=', todayOf(mission.agency, work.now))
    .where('id', '<>', mission.id)
    .whereRef('headcount', '>', 'accepted')
    .groupBy('priority')
    .execute();
  const own = Math.max(0, mission.headcount - mission.accepted);
  let [vital, open] = [own, own];
  for (const { priority, posts } of rows) {
    open += Number(posts);
    if (priority === 'P1') vital += Number(posts);
  }
  return { vital, open };
}

async function requireReasonForVital(work: UnitOfWork, mission: Stored<'mission'>): Promise<void> {
  const { vital, open } = await postsAfter(work, mission);
  if (!asksReasonForVital(vital, open)) return;
  throw new CommandRefusal(
    'reason-required',
    `Avec cette décision, ${vital} postes sur ${open} à pourvoir seraient en P1, plus d'un sur cinq : dites pourquoi.`,
  );
}

export const setPriority: CommandHandler<'mission.set-priority'> = {
  kind: 'mission.set-priority',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { priority, reason } = context.command.input;
    await decideMissionFact(context, {
      fact: 'priority',
      right: 'set-priority',
      reason,
      values: async (mission) => {
        if (priority === 'P1' && reason === null) await requireReasonForVital(context.work, mission);
        return { priority, priorityReason: reason };
      },
    });
  },
};
