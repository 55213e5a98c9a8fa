/** The regulators' note on a mission: one text, versioned; an empty one erases it (DOMAIN §2.7; D15). */
import type { CommandHandler } from '../kernel/handler.ts';
import { decideMissionFact } from './decide-mission-fact.ts';

export const noteMission: CommandHandler<'mission.note'> = {
  kind: 'mission.note',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { text } = context.command.input;
    await decideMissionFact(context, {
      fact: 'note',
      right: 'note-mission',
      reason: null,
      values: () => ({ note: text }),
    });
  },
};
