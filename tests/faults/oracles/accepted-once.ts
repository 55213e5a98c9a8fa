import type { Oracle } from './evidence.ts';
import { heldVerdict, linesByCommand } from './evidence.ts';

/**
 * TRUST §3.3, oracle 2: what a client holds as accepted has exactly one stored result, its own, and exactly one
 * decision in the journal; and nothing is stored as accepted without its decision.
 */
export const acceptedOnce: Oracle = {
  name: 'accepted-once',
  judge({ sent, results, journal }) {
    const violations: string[] = [];
    const lines = linesByCommand(journal);
    const stored = new Map<string, number>();
    for (const { commandId } of results) stored.set(commandId, (stored.get(commandId) ?? 0) + 1);
    for (const result of results) {
      const decisions = (lines.get(result.commandId) ?? []).filter(({ kind }) => kind === result.kind).length;
      const accepted = (JSON.parse(result.verdict) as { outcome: string }).outcome === 'accepted';
      if (accepted && decisions !== 1) {
        violations.push(`${result.kind} ${result.commandId} is stored as accepted with ${decisions} decisions`);
      }
    }
    for (const order of sent) {
      if (order.forged || heldVerdict(order)?.outcome !== 'accepted') continue;
      const { commandId, kind } = order.command;
      const count = stored.get(commandId) ?? 0;
      const decisions = (lines.get(commandId) ?? []).filter((line) => line.kind === kind).length;
      if (count !== 1) violations.push(`${kind} ${commandId}, accepted for ${order.client}, has ${count} results`);
      if (decisions !== 1)
        violations.push(`${kind} ${commandId}, accepted for ${order.client}, has ${decisions} decisions`);
    }
    return violations;
  },
};
