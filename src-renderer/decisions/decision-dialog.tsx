import { Alert, Button, Checkbox, Group, Modal, Textarea } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAct } from '../data/use-act.ts';
import { useLive } from '../data/use-live.ts';
import { useStanding } from '../data/use-standing.ts';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { useFormCheck } from '../forms/use-form-check.ts';
import type { ChosenSet } from '../tables/chosen-set.ts';
import { FR } from '../text/fr.ts';
import { FR_FORMS } from '../text/fr-forms.ts';
import { FR_STATES } from '../text/fr-states.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { alertEventOf, decisionOf, hasOwnReason } from './decision-draft.ts';
import { DecisionFields } from './decision-fields.tsx';
import { draftErrors } from './draft-errors.ts';
import type { Typing } from './kept-typing.ts';
import { PresenceWarning } from './presence-warning.tsx';
import { PreviewTable } from './preview-table.tsx';

interface DecisionDialogProps {
  readonly draft: DecisionDraft;
  readonly targets: ChosenSet;
  /** What was typed here before it was closed without deciding. */
  readonly kept: Typing | null;
  onClose(typing: Typing): void;
  onCommitted(batchId: string, count: number): void;
}

/** The reason that the preview asks for. */
const ASKED = 'asked-reason';

/** Fill in, see what would change and what would follow, then commit exactly that (ARCHITECTURE §5). */
export function DecisionDialog({ draft: first, targets, kept, onClose, onCommitted }: DecisionDialogProps) {
  const [draft, setDraft] = useState(kept === null ? first : { ...first, fields: kept.fields });
  const [reason, setReason] = useState(kept?.reason ?? '');
  const [isKept, setKept] = useState(kept !== null);
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
  const asked =
    asksReason !== null && !hasOwnReason(draft.kind) && reason.trim() === ''
      ? [{ field: ASKED, label: FR.decision.reason, message: FR_FORMS.required }]
      : [];
  const check = useFormCheck([...draftErrors(draft), ...asked]);
  /** Nothing could come of it: there is nothing to mend either. */
  const isHopeless = !isSure || (decision !== null && (shown === null || shown.counts.changes === 0));
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
    if (busy || !check.pass() || shown === null || !ready) return;
    const done = await run((client) =>
      client.decisions.commit({ previewId: shown.previewId, reason: reason.trim() === '' ? null : reason.trim() }),
    );
    if (done === null) preview.again();
    else onCommitted(done.batchId, done.committed);
  };
  const close = () => onClose({ fields: draft.fields, reason });
  const startAgain = () => {
    setDraft(first);
    setReason('');
    setKept(false);
  };
  return (
    <Modal
      opened
      onClose={close}
      size={860}
      title={
        <strong>
          {titleOf(draft)} <span className="dk-quiet">{count > 0 && FR.decision.forCount(count)}</span>
        </strong>
      }
    >
      <form
        ref={check.frame}
        noValidate
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
        {isKept && (
          <div className="dk-banner" role="note" style={{ marginBottom: 8 }}>
            <span>{FR_FORMS.kept}</span>
            <Button size="compact-xs" variant="default" onClick={startAgain}>
              {FR_FORMS.startAgain}
            </Button>
          </div>
        )}
        <DecisionFields draft={draft} onChange={setDraft} errorOf={check.errorOf} />
        {asksReason !== null && !hasOwnReason(draft.kind) && (
          <Textarea
            ref={reasonField}
            mt="xs"
            required
            data-field={ASKED}
            error={check.errorOf(ASKED)}
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
        <ErrorSummary check={check} />
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
          <Button variant="default" onClick={close}>
            {FR.cancel}
          </Button>
          <Button ref={confirm} type="submit" disabled={isHopeless} loading={busy}>
            {shown !== null && shown.counts.changes === 0
              ? FR.decision.nothingToDo
              : FR.decision.confirm(shown?.counts.changes ?? count)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** An alert is raised, taken, answered, declined or lifted: its title says which. */
function titleOf(draft: DecisionDraft): string {
  return draft.kind === 'alert' ? FR.decision.alertEvents[alertEventOf(draft)] : FR.decision.titles[draft.kind];
}

/** Is the focus on the preview, or nowhere: not where somebody fills in a field. */
function isWaiting(preview: HTMLElement | null): boolean {
  const { activeElement } = document;
  return activeElement === preview || activeElement === null || activeElement === document.body;
}
