/** P1 vital … P4 à différer, or none (DOMAIN §2.7; F114). */
import type { CommandHandler } from '../kernel/handler.ts';
import { decideMissionFact } from './decide-mission-fact.ts';

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
      values: () => ({ priority, priorityReason: reason }),
    });
  },
};
