import { isDeepStrictEqual } from 'node:util';
import type { Oracle } from './evidence.ts';

/**
 * TRUST G2, G4: every final verdict that a client was told is the stored one, word for word, whoever asked again and
 * however often; `later` is never stored; a forged command is refused as such.
 */
export const storedAsTold: Oracle = {
  name: 'stored-as-told',
  judge({ sent, results }) {
    const stored = new Map(results.map(({ commandId, verdict }) => [commandId, JSON.parse(verdict) as unknown]));
    const violations: string[] = [];
    for (const { commandId, kind, verdict } of results) {
      if ((JSON.parse(verdict) as { outcome: string }).outcome === 'later') {
        violations.push(`${kind} ${commandId} has later stored as its verdict`);
      }
    }
    for (const { command, client, verdicts, forged } of sent) {
      for (const verdict of verdicts) {
        if (verdict.outcome === 'later') continue;
        if (forged) {
          if (verdict.outcome !== 'refused' || verdict.code !== 'command-id-reused') {
            violations.push(`forged ${command.kind} ${command.commandId} of ${client} was answered ${verdict.outcome}`);
          }
        } else if (!isDeepStrictEqual(verdict, stored.get(command.commandId))) {
          violations.push(`${command.kind} ${command.commandId} of ${client} was told what is not stored`);
        }
      }
    }
    return violations;
  },
};
