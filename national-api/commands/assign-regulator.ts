/** A mission is given to a named regulator of its agency, or of the CCS (DOMAIN §2.7; D15). */
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { decideMissionFact } from './decide-mission-fact.ts';

async function regulatorFor(
  work: UnitOfWork,
  mission: Stored<'mission'>,
  regulatorId: string,
): Promise<Stored<'regulator'>> {
  const regulator = await work.get('regulator', regulatorId);
  if (regulator === null)
    throw new CommandRefusal('unknown-regulator', "Cette personne n'est pas une régulatrice connue.");
  const ofDesk = regulator.role === 'ccs-desk' || regulator.role === 'ccs-lead';
  if (!ofDesk && regulator.agency !== mission.agency) {
    throw new CommandRefusal('regulator-elsewhere', 'Cette personne régule une autre région que celle de la mission.');
  }
  return regulator;
}

export const assignRegulator: CommandHandler<'mission.assign-regulator'> = {
  kind: 'mission.assign-regulator',
  async footprint(_reader, { subject, input }) {
    return [`mission:${subject}`, ...(input.regulatorId === null ? [] : [`person:${input.regulatorId}` as const])];
  },
  async execute(context) {
    const { regulatorId } = context.command.input;
    await decideMissionFact(context, {
      fact: 'regulator',
      right: 'assign-regulator',
      reason: null,
      values: async (mission) => {
        if (regulatorId === null) return { regulatorId: null, regulatorName: null };
        const { id, name } = await regulatorFor(context.work, mission, regulatorId);
        return { regulatorId: id, regulatorName: name };
      },
    });
  },
};
