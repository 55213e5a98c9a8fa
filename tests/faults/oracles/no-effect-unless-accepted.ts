import type { Oracle } from './evidence.ts';
import { heldVerdict } from './evidence.ts';

/**
 * TRUST §3.3, oracle 3: conflict and refused leave no decision, and no decision comes from a command that nobody sent,
 * or whose client was told otherwise.
 */
export const noEffectUnlessAccepted: Oracle = {
  name: 'no-effect-unless-accepted',
  judge({ sent, results, journal }) {
    const violations: string[] = [];
    const honest = new Map(sent.filter(({ forged }) => !forged).map((order) => [order.command.commandId, order]));
    const outcomes = new Map(
      results.map(({ commandId, verdict }) => [commandId, (JSON.parse(verdict) as { outcome: string }).outcome]),
    );
    for (const { commandId, kind, number, actorId } of journal) {
      if (commandId === null) continue;
      const order = honest.get(commandId);
      if (!order) {
        violations.push(`decision ${number} (${kind}) comes from a command that nobody sent`);
        continue;
      }
      const held = heldVerdict(order)?.outcome;
      if (held !== undefined && held !== 'accepted') {
        violations.push(`${kind} ${commandId} left decision ${number}, and ${order.client} was told ${held}`);
      }
      const outcome = outcomes.get(commandId);
      if (outcome !== 'accepted') {
        violations.push(`decision ${number} (${kind}) has ${outcome ?? 'no result'} stored for its command`);
      }
      if (actorId !== order.actor.personId) {
        violations.push(`decision ${number} (${kind}) is signed ${actorId} and was sent by ${order.actor.personId}`);
      }
    }
    return violations;
  },
};
