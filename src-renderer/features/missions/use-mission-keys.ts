import { useCallback, useEffect } from 'react';
import type { DecisionKind } from '../../../contract/app/decision.ts';
import { useDesk } from '../../data/desk-context.ts';
import { goToWindow } from '../../data/go-to-window.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { focusPart } from '../../ui/focus-part.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { SCORE_PART } from './mission-panel.tsx';

type Fields = Readonly<Record<string, string>>;

/** What can be decided of the chosen missions, by button or by key. */
export interface MissionGestures {
  decide(kind: DecisionKind, fields?: Fields): void;
  propose(): void;
}

const KEYS: Readonly<Record<string, readonly [DecisionKind, Fields]>> = {
  '1': ['set-priority', { priority: 'P1' }],
  '2': ['set-priority', { priority: 'P2' }],
  '3': ['set-priority', { priority: 'P3' }],
  '4': ['set-priority', { priority: 'P4' }],
  '0': ['set-priority', { priority: 'none' }],
  d: ['defer', {}],
  r: ['assign-regulator', {}],
  n: ['note', {}],
  a: ['alert', { event: 'raise' }],
  b: ['propose-best', {}],
  x: ['close-mission', {}],
};

/** Where a morning begins, one key away from the queue. */
const ELSEWHERE: Readonly<Record<string, string>> = { c: 'crisis', l: 'blocked' };

/** 1-4 priority, D defer, R regulator, N note, A alert, P propose, B propose the best, X close, S the score: on the chosen rows, else on the one looked at. C crisis mode, L people blocked. */
export function useMissionKeys(
  table: DeskTableModel,
  looked: string | null,
  openCandidates: (id: string) => void,
): MissionGestures {
  const { client } = useDesk();
  const { decide } = useDecisions();
  const { chosen, forTargets } = table;
  const gesture = useCallback(
    (kind: DecisionKind, fields: Fields = {}) =>
      forTargets(looked, (targets) => decide(draftOf(kind, fields), targets)),
    [forTargets, looked, decide],
  );
  const propose = useCallback(() => {
    const mission = looked ?? [...chosen.ids][0];
    if (mission !== undefined) openCandidates(mission);
  }, [chosen, looked, openCandidates]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const key = keyOf(event);
      const known = KEYS[key];
      const window = ELSEWHERE[key];
      if (known !== undefined) gesture(...known);
      else if (window !== undefined) goToWindow(client, window).catch(() => undefined);
      else if (key === 'p') propose();
      else if (key === 's') focusPart(SCORE_PART);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [gesture, propose, client]);
  return { decide: gesture, propose };
}

/** The digit that a key is for, also on a French keyboard where digits need Shift. */
function keyOf(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  return digit ?? event.key.toLowerCase();
}
