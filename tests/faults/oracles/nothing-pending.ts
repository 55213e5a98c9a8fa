import type { Oracle } from './evidence.ts';
import { heldVerdict } from './evidence.ts';

/** TRUST §3.3, oracle 10: once faults stop, every command ends by a verdict that is not `later`. */
export const nothingPending: Oracle = {
  name: 'nothing-pending',
  judge: ({ sent }) =>
    sent
      .filter((order) => heldVerdict(order) === null)
      .map(({ command, client }) => `${command.kind} ${command.commandId} of ${client} never had a verdict`),
};
