import type { Tables } from '../../../national-api/database/tables.ts';
import type { Evidence, JournalledDecision, Oracle } from './evidence.ts';

type Row = Tables['mission'] | Tables['candidate'];

/** Each fact that bears its own version, by the command that decides it. */
const FACTS = [
  {
    kind: 'mission.set-priority',
    rows: 'missions',
    versionOf: (row: Row) => 'priorityVersion' in row && row.priorityVersion,
  },
  { kind: 'mission.defer', rows: 'missions', versionOf: (row: Row) => 'deferralVersion' in row && row.deferralVersion },
  { kind: 'mission.note', rows: 'missions', versionOf: (row: Row) => 'noteVersion' in row && row.noteVersion },
  {
    kind: 'mission.assign-regulator',
    rows: 'missions',
    versionOf: (row: Row) => 'regulatorVersion' in row && row.regulatorVersion,
  },
  {
    kind: 'candidate.verify',
    rows: 'candidates',
    versionOf: (row: Row) => 'verificationVersion' in row && row.verificationVersion,
  },
  {
    kind: 'candidate.set-availability',
    rows: 'candidates',
    versionOf: (row: Row) => 'availabilityVersion' in row && row.availabilityVersion,
  },
] as const;

function decisionsBySubject(journal: readonly JournalledDecision[], kind: string): Map<string, JournalledDecision[]> {
  const bySubject = new Map<string, JournalledDecision[]>();
  for (const line of journal) {
    if (line.kind !== kind) continue;
    bySubject.set(line.subjectId, [...(bySubject.get(line.subjectId) ?? []), line]);
  }
  return bySubject;
}

/**
 * TRUST §3.3, oracles 4 and 5, and result 2: each decision of a fact was made on the version that is the number of
 * decisions before it on the same subject's fact, and the fact's version is the number of its decisions. The only
 * oracle that sees a missing version check.
 */
export const versionChain: Oracle = {
  name: 'version-chain',
  judge(evidence: Evidence) {
    const violations: string[] = [];
    const bases = new Map(
      evidence.sent.filter(({ forged }) => !forged).map(({ command }) => [command.commandId, command.version]),
    );
    for (const { kind, rows, versionOf } of FACTS) {
      const bySubject = decisionsBySubject(evidence.journal, kind);
      for (const [subject, decisions] of bySubject) {
        for (const [before, { commandId, number }] of decisions.entries()) {
          const base = commandId === null ? undefined : bases.get(commandId);
          if (base !== undefined && base !== before) {
            violations.push(
              `decision ${number} (${kind} of ${subject}) was made on version ${base} and came after ${before}`,
            );
          }
        }
      }
      for (const row of evidence[rows]) {
        const decided = bySubject.get(row.id)?.length ?? 0;
        if (versionOf(row) !== decided) {
          violations.push(`${row.id} has version ${versionOf(row)} of ${kind} after ${decided} decisions`);
        }
      }
    }
    return violations;
  },
};
