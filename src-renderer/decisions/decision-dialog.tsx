import { Alert, Button, Checkbox, Group, Modal, Textarea } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAct } from '../data/use-act.ts';
import { useLive } from '../data/use-live.ts';
import { useStanding } from '../data/use-standing.ts';
import type { ChosenSet } from '../tables/chosen-set.ts';
import { FR } from '../text/fr.ts';
import { FR_STATES } from '../text/fr-states.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { decisionOf, hasOwnReason } from './decision-draft.ts';
import { DecisionFields } from './decision-fields.tsx';
import { PresenceWarning } from './presence-warning.tsx';
import { PreviewTable } from './preview-table.tsx';

interface DecisionDialogProps {
  readonly draft: DecisionDraft;
  readonly targets: ChosenSet;
  onClose(): void;
  onCommitted(batchId: string, count: number): void;
}

/** Fill in, see what would change and what would follow, then commit exactly that (ARCHITECTURE §5). */
export function DecisionDialog({ draft: first, targets, onClose, onCommitted }: DecisionDialogProps) {
  const [draft, setDraft] = useState(first);
  const [reason, setReason] = useState('');
  const [accepted, setAccepted] = useState(false);
  const { isStale, ageMs, readOnly } = useStanding();
  const { run, busy, fault } = useAct();
  const decision = decisionOf(draft);
  const question = decision === null ? null : JSON.stringify(decision);
  const preview = useLive(
    question,
    (client) =>
      decision === null
        ? Promise.reject(new Error('no decision to preview'))
        : client.decisions.preview({ decision, targets }),
    // Frozen on purpose: what the person reads is what is committed.
    [],
  );
  const shown = preview.answers === question ? preview.value : null;
  const asksReason = shown?.asksReason ?? null;
  const count = targets.type === 'ids' ? targets.ids.length : targets.count;
  const isSure = readOnly === null && (!isStale || accepted);
  const ready = shown !== null && shown.counts.changes > 0 && (asksReason === null || reason.trim() !== '') && isSure;
  const problem = fault ?? (decision === null ? null : preview.fault);
  const previewed = useRef<HTMLDivElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  // Who had nothing to fill in is led to what is asked next: the reason, else the confirmation of what was read.
  const lead = useCallback(() => {
    if (!isWaiting(previewed.current)) return;
    if (asksReason !== null && reasonField.current !== null) reasonField.current.focus();
    else if (ready) confirm.current?.focus();
  }, [asksReason, ready]);
  useEffect(lead, [lead]);
  const commit = async () => {
    if (shown === null || !ready || busy) return;
    const done = await run((client) =>
      client.decisions.commit({ previewId: shown.previewId, reason: reason.trim() === '' ? null : reason.trim() }),
    );
    if (done === null) preview.again();
    else onCommitted(done.batchId, done.committed);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={
        <strong>
          {FR.decision.titles[draft.kind]} <span className="dk-quiet">{count > 0 && FR.decision.forCount(count)}</span>
        </strong>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void commit();
        }}
        onKeyDown={(event) => {
          // Enter before the preview is there ends the filling in: the next one confirms what was read.
          if (event.key !== 'Enter' || ready || decision === null || !(event.target instanceof HTMLInputElement))
            return;
          event.preventDefault();
          previewed.current?.focus();
        }}
      >
        <PresenceWarning targets={targets} missionIds={draft.missionIds ?? []} />
        <DecisionFields draft={draft} onChange={setDraft} />
        {asksReason !== null && !hasOwnReason(draft.kind) && (
          <Textarea
            ref={reasonField}
            mt="xs"
            required
            label={FR.decision.reason}
            description={asksReason}
            maxLength={500}
            autosize
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {/* Holds the focus until there is something to confirm, unless a field asks for it first. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hands the focus on, and hears nothing else */}
        <div
          ref={previewed}
          data-autofocus
          tabIndex={-1}
          onFocus={lead}
          aria-live="polite"
          style={{ marginTop: 12, minHeight: 120, outline: 'none' }}
        >
          {decision === null && <p className="dk-quiet">{FR.decision.fillIn}</p>}
          {decision !== null && shown === null && problem === null && <p>{FR.decision.previewing}</p>}
          {shown !== null && <PreviewTable preview={shown} />}
        </div>
        {isStale && (
          <div className="dk-banner" data-tone="warning" role="note" style={{ marginTop: 8 }}>
            <strong>{FR_STATES.stale(ageMs ?? 0)}</strong>
            <Checkbox
              label={FR_STATES.decideAnyway}
              checked={accepted}
              onChange={(event) => setAccepted(event.currentTarget.checked)}
            />
          </div>
        )}
        {readOnly !== null && <Alert color="france" mt="xs" title={readOnly} />}
        {problem !== null && (
          <Alert color="marianne" role="alert" mt="xs" title={problem.sentence}>
            {problem.advice ?? FR.readingIsSafe}
          </Alert>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {FR.cancel}
          </Button>
          <Button ref={confirm} type="submit" disabled={!ready} loading={busy}>
            {shown !== null && shown.counts.changes === 0
              ? FR.decision.nothingToDo
              : FR.decision.confirm(shown?.counts.changes ?? count)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** Is the focus on the preview, or nowhere: not where somebody fills in a field. */
function isWaiting(preview: HTMLElement | null): boolean {
  const { activeElement } = document;
  return activeElement === preview || activeElement === null || activeElement === document.body;
}
