import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useDesk } from '../data/desk-context.ts';
import { faultOf } from '../data/fault.ts';
import { useStanding } from '../data/use-standing.ts';
import type { ChosenSet } from '../tables/chosen-set.ts';
import { FR } from '../text/fr.ts';
import { isTyping } from '../ui/is-typing.ts';
import { BatchReportDialog } from './batch-report-dialog.tsx';
import { DecisionContext } from './decision-context.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import type { DecisionDraft } from './decision-draft.ts';
import { createKeptTyping } from './kept-typing.ts';

interface Toast {
  readonly text: string;
  readonly batchId: string | null;
}

interface Deciding {
  readonly draft: DecisionDraft;
  readonly targets: ChosenSet;
  readonly onCommitted: ((batchId: string) => void) | null;
}

const TOAST_MS = 20_000;

/** Holds what a decision needs on screen: its dialog, the way back, its report. "Z" and Ctrl+Z undo. */
export function DecisionProvider({ children }: { readonly children: ReactNode }) {
  const { client } = useDesk();
  const { readOnly } = useStanding();
  const [draft, setDraft] = useState<Deciding | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const [kept] = useState(createKeptTyping);
  const [report, setReport] = useState<string | null>(null);

  const undoBatch = useCallback(
    async (batchId: string | null) => {
      try {
        const wanted = batchId ?? (await client.decisions.lastUndoable()).batchId;
        if (wanted === null) return setToast({ text: FR.decision.nothingToUndo, batchId: null });
        const { withdrawn, compensating, refused } = await client.decisions.undo({ batchId: wanted });
        const rest = refused.length === 0 ? '' : FR.decision.refusedUndo(refused.length);
        setToast({ text: `${FR.decision.undone(withdrawn, compensating)}${rest}`, batchId: null });
      } catch (error) {
        setToast({ text: faultOf(error).sentence, batchId: null });
      }
    },
    [client],
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      void undoBatch(null);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [undoBatch]);
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => setToast(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);

  const decisions = useMemo(
    () => ({
      decide(next: DecisionDraft, targets: ChosenSet, onCommitted?: (batchId: string) => void) {
        if (readOnly === null) setDraft({ draft: next, targets, onCommitted: onCommitted ?? null });
        else setToast({ text: readOnly, batchId: null });
      },
      undo: () => void undoBatch(null),
      showReport: setReport,
      readOnly,
    }),
    [undoBatch, readOnly],
  );
  return (
    <DecisionContext value={decisions}>
      {children}
      {draft !== null && (
        <DecisionDialog
          draft={draft.draft}
          targets={draft.targets}
          kept={kept.of(draft.draft, draft.targets)}
          onClose={(typing) => {
            kept.keep(draft.draft, draft.targets, typing);
            setDraft(null);
          }}
          onCommitted={(batchId, count) => {
            kept.forget(draft.draft, draft.targets);
            draft.onCommitted?.(batchId);
            setDraft(null);
            setToast({ text: FR.decision.committed(count), batchId });
          }}
        />
      )}
      {report !== null && <BatchReportDialog batchId={report} onClose={() => setReport(null)} />}
      {/* Always there: a reader tells what changes in it, not a line that comes with its words. */}
      <div role="status">
        {toast !== null && (
          <div className="dk-toast">
            <span>{toast.text}</span>
            {toast.batchId !== null && (
              <>
                <button type="button" onClick={() => void undoBatch(toast.batchId)}>
                  {FR.decision.undo}
                </button>
                <button type="button" onClick={() => setReport(toast.batchId)}>
                  {FR.decision.report}
                </button>
              </>
            )}
            <button type="button" aria-label={FR.close} onClick={() => setToast(null)}>
              ✕
            </button>
          </div>
        )}
      </div>
    </DecisionContext>
  );
}
