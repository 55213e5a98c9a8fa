import { randomUUID } from 'node:crypto';
import type { BatchReport, Decision, Preview } from '../../../contract/app/decision.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { PRIORITY_LABELS } from '../../../contract/domain/priority.ts';

interface Batch {
  readonly title: string;
  readonly before: readonly TableRow[];
  readonly report: BatchReport;
}

/** What a decision that sets no column of a mission makes of its target. */
const AFTER: Readonly<Partial<Record<Decision['kind'], string>>> = {
  'validate-account': 'VALIDÉE',
  'refuse-account': 'REFUSÉE',
  'resolve-duplicate': 'VALIDÉE',
  'renew-activation': 'Lien renvoyé',
  'import-accounts': 'VALIDÉE',
  propose: 'EN COURS',
  'propose-best': 'EXEMPLE Alix · n° 6001 (57)',
  'assign-on-behalf': 'AFFECTÉ',
  verify: 'VÉRIFIÉ',
  'set-availability': 'INDISPONIBLE',
  release: 'LIBÉRÉE',
  remind: 'Relancée',
  'withdraw-proposal': 'RETIRÉE',
  'switch-crisis-mode': 'En gestion de crise',
  'grant-direct-access': 'Accès direct',
  'revoke-direct-access': 'Retiré',
};

/** Decides over rows in memory: what a preview froze is what a commit changes, and what an undo gives back. */
export function createDecideDouble(rows: Map<string, TableRow>, people: ReadonlyMap<string, TableRow> = new Map()) {
  const previews = new Map<string, { decision: Decision; ids: readonly string[] }>();
  const batches = new Map<string, Batch>();
  const label = (id: string) =>
    String(rows.get(id)?.['establishmentName'] ?? people.get(id)?.['lastName'] ?? (id === '' ? 'Toute la région' : id));
  const patchOf = (decision: Decision): TableRow => {
    if (decision.kind === 'set-priority') return { priority: decision.priority };
    if (decision.kind === 'defer') return { deferredUntil: decision.until };
    if (decision.kind === 'note') return { note: decision.text };
    if (decision.kind === 'alert') return { alert: 'raised' };
    return {};
  };
  const refusalOf = (decision: Decision, row: TableRow | undefined) =>
    decision.kind === 'set-priority' && row?.['missionState'] === 'closed'
      ? ['Cette mission est clôturée : rouvrez-la d’abord.']
      : [];
  return {
    preview(decision: Decision, ids: readonly string[]): Preview {
      const previewId = randomUUID();
      const patch = patchOf(decision);
      const [column] = Object.keys(patch);
      const words = (value: unknown) => String(PRIORITY_LABELS[value as keyof typeof PRIORITY_LABELS] ?? value ?? '—');
      // A decision that names its own subject has no targets.
      const subjects = ids.length === 0 ? [''] : ids;
      const lines = subjects.map((id) => {
        const row = rows.get(id);
        const before = column === undefined ? '—' : words(row?.[column]);
        const after = column === undefined ? (AFTER[decision.kind] ?? decision.kind) : words(patch[column]);
        const remarks = refusalOf(decision, row);
        const outcome = remarks.length > 0 ? 'invalid' : before === after ? 'unchanged' : 'changes';
        return { subjectId: id, label: label(id), before, after, outcome, remarks } as const;
      });
      const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
      previews.set(previewId, {
        decision,
        ids: lines.filter((line) => line.outcome === 'changes').map((line) => line.subjectId),
      });
      const order = { invalid: 0, changes: 1, unchanged: 2 };
      return {
        previewId,
        revision: 1,
        counts: { changes: count('changes'), unchanged: count('unchanged'), invalid: count('invalid') },
        rows: [...lines].sort((left, right) => order[left.outcome] - order[right.outcome]).slice(0, 200),
        consequences: [
          ...(decision.kind === 'set-priority' ? ['Après cette décision, 23 % des postes ouverts seront en P1.'] : []),
          'Aucun courriel ne partira.',
        ],
        asksReason:
          decision.kind === 'set-priority' && decision.priority === 'P1' && ids.length > 20
            ? 'Plus de 20 % des postes ouverts seraient en P1 : dites pourquoi.'
            : null,
      };
    },
    commit(previewId: string): { batchId: string; committed: number } | null {
      const frozen = previews.get(previewId);
      if (frozen === undefined) return null;
      previews.delete(previewId);
      const batchId = randomUUID();
      const before = frozen.ids.map((id) => rows.get(id)).filter((row) => row !== undefined);
      for (const row of before) rows.set(String(row['id']), { ...row, ...patchOf(frozen.decision), hasOpenIntent: 1 });
      const report: BatchReport = {
        batchId,
        title: 'Priorité P1',
        at: '2021-03-15T08:00:00.000Z',
        counts: { pending: before.length },
        rows: before.map((row) => ({
          commandId: `${batchId}-${row['id']}`,
          subjectId: String(row['id']),
          label: label(String(row['id'])),
          state: 'pending',
          message: null,
        })),
        undoRefusal: null,
      };
      batches.set(batchId, { title: report.title, before, report });
      return { batchId, committed: frozen.ids.length };
    },
    report: (batchId: string) => batches.get(batchId)?.report ?? null,
    last: () => [...batches].at(-1) ?? null,
    undo(batchId: string) {
      const batch = batches.get(batchId);
      if (batch === undefined) return null;
      for (const row of batch.before) rows.set(String(row['id']), row);
      batches.delete(batchId);
      return { withdrawn: batch.before.length, compensating: 0, refused: [] };
    },
  };
}
