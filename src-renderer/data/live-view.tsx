import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FR } from '../text/fr.ts';
import { FR_STATES } from '../text/fr-states.ts';
import { LoadingLines } from '../ui/loading-lines.tsx';
import { StatePanel } from '../ui/state-panel.tsx';
import type { Fault } from './fault.ts';
import type { Live } from './use-live.ts';

interface LiveViewProps<Value> {
  readonly live: Live<Value>;
  /** The question that is on screen: an answer to another one is not shown. */
  readonly question: string;
  /** Lines of the skeleton. */
  readonly lines?: number;
  children(value: Value): ReactNode;
}

/** A live answer in each of its states: loading, failed with a way out, there, there but not read again. */
export function LiveView<Value>({ live, question, lines = 8, children }: LiveViewProps<Value>) {
  const { value, answers, fault, again } = live;
  if (value === null || answers !== question)
    return fault === null ? (
      <LoadingLines label={FR.loading} count={lines} />
    ) : (
      <FaultPanel fault={fault} again={again} />
    );
  return (
    <>
      {fault !== null && <NotReadAgain fault={fault} again={again} />}
      {children(value)}
    </>
  );
}

interface FaultProps {
  readonly fault: Fault;
  again(): void;
}

/** What failed, what is safe, one way out; the reference when it is a bug. */
export function FaultPanel({ fault, again }: FaultProps) {
  return (
    <StatePanel alarming title={fault.sentence} action={<Button onClick={again}>{FR.retry}</Button>}>
      {fault.advice ?? FR.readingIsSafe}
      {fault.reference !== null && <div>{FR.reference(fault.reference)}</div>}
    </StatePanel>
  );
}

/** The older answer stays on screen, and says that it is. */
export function NotReadAgain({ fault, again }: FaultProps) {
  return (
    <div className="dk-banner" data-tone="warning" role="status">
      <span>
        {FR_STATES.notReadAgain} {fault.sentence}
      </span>
      <span className="dk-grow" />
      <Button size="compact-sm" variant="default" onClick={again}>
        {FR.retry}
      </Button>
    </div>
  );
}
