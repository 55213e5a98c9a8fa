/** Whether what a decision is about is still on this workstation; if not, it is shown "hors de portée". */
import type { OutboxRow } from '../outbox/outbox-row.ts';
import type { Store } from '../store.ts';

export function subjectIsHere(store: Store, row: Pick<OutboxRow, 'missionId' | 'candidateId'>): boolean {
  const { missionId, candidateId } = row;
  if (missionId === null && candidateId === null) return true;
  const [found] = store.statements.rows<{ missions: number; candidates: number }>(
    `SELECT (SELECT COUNT(*) FROM main.mission WHERE id = ?) AS missions,
            (SELECT COUNT(*) FROM main.candidate WHERE id = ?) AS candidates`,
    missionId,
    candidateId,
  );
  return (missionId === null || found?.missions === 1) && (candidateId === null || found?.candidates === 1);
}
