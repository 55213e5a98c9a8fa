/**
 * One decision on the one alert of a mission: right, version, allowed event, thread, journal (DOMAIN §4.6; F107).
 * The alert's id is its mission's, so the mission's lock covers both.
 */
import type { AlertEvent, AlertState } from '../../contract/domain/alert.ts';
import { ALERT_RIGHTS, ALERT_STATE_LABELS, nextAlertState } from '../../contract/domain/alert.ts';
import type { Right } from '../../contract/domain/right.ts';
import type { CommandInput, CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext, CommandHandler } from '../kernel/handler.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { lastAuthor } from '../rules/last-author.ts';
import { missionOf } from './decide-mission-fact.ts';

interface ThreadEntry {
  readonly author: string;
  readonly side: 'agency' | 'ccs';
  readonly at: string;
  readonly text: string;
}

/** The side from which a person speaks in the thread; the service itself speaks for the nation. */
export function sideOf(actor: Principal): ThreadEntry['side'] {
  return actor.agency === null ? 'ccs' : 'agency';
}

/** The thread with one more message at its end, as JSON text. */
export function threadWith(thread: string, entry: ThreadEntry): string {
  return JSON.stringify([...(JSON.parse(thread) as ThreadEntry[]), entry]);
}

/** Refuses an alert that somebody changed since the person looked; none yet counts as version 0. */
export async function checkAlertVersion(
  work: UnitOfWork,
  alert: Stored<'alert'> | null,
  version: number,
  missionId: string,
): Promise<void> {
  if ((alert?.version ?? 0) === version) return;
  throw new CommandConflict('alert-changed', "Quelqu'un a agi sur cette alerte entre-temps.", {
    kind: 'alert',
    id: missionId,
    ...(await lastAuthor(work, 'alert', missionId)),
  });
}

export interface AlertDecision {
  readonly right: Right;
  /** Null for a comment, which changes no state. */
  readonly event: AlertEvent | null;
  /** What is added to the thread. */
  readonly text: string | null;
  /** Columns beside state and thread. */
  readonly values: Partial<Stored<'alert'>>;
}

/** The state after an event, or a refusal that says where the alert stands. */
export function alertStateAfter(state: AlertState | null, event: AlertEvent): AlertState {
  const next = nextAlertState(state, event);
  if (next !== null) return next;
  throw new CommandRefusal(
    'alert-not-in-this-state',
    state === null
      ? "Il n'y a pas d'alerte sur cette mission."
      : `Cette action n'est pas possible : l'alerte est ${ALERT_STATE_LABELS[state]}.`,
  );
}

/** The handler of an event that somebody causes on an alert that exists, with the words that the thread keeps. */
export function alertHandler<K extends 'alert.take' | 'alert.answer' | 'alert.decline' | 'alert.lift'>(
  kind: K,
  event: AlertEvent,
  textOf: (input: CommandInput<K>) => string | null,
): CommandHandler<K> {
  return {
    kind,
    async footprint(_reader, command) {
      return [`mission:${command.subject}`];
    },
    async execute(context) {
      const { work, actor, command } = context;
      const by = { name: actor.displayName, at: work.at };
      await decideAlert(context, {
        right: ALERT_RIGHTS[event],
        event,
        text: textOf(command.input),
        values:
          event === 'take' ? { takenByName: by.name, takenAt: by.at } : { decidedByName: by.name, decidedAt: by.at },
      });
    },
  };
}

/** Carries out a decision on an alert that exists; raising has its own file. */
export async function decideAlert<K extends CommandKind>(
  context: CommandContext<K>,
  decision: AlertDecision,
): Promise<void> {
  const { work, actor, command } = context;
  const mission = await missionOf(context, command.subject);
  requireRight(actor, decision.right, { agency: mission.agency, departement: mission.departement });
  const alert = await work.get('alert', mission.id);
  if (alert === null) throw new CommandRefusal('unknown-alert', "Il n'y a pas d'alerte sur cette mission.");
  await checkAlertVersion(work, alert, command.version, mission.id);
  const state = alert.state as AlertState;
  if (decision.event === null && state === 'lifted') {
    throw new CommandRefusal('alert-not-in-this-state', 'Cette alerte est levée : la discussion est close.');
  }
  const next = decision.event === null ? state : alertStateAfter(state, decision.event);
  const after = await work.update('alert', alert, {
    ...decision.values,
    state: next,
    ...(decision.text === null
      ? {}
      : {
          thread: threadWith(alert.thread, {
            author: actor.displayName,
            side: sideOf(actor),
            at: work.at,
            text: decision.text,
          }),
        }),
  });
  if (next !== state) await work.annotate('mission', mission, { alert: next });
  journalEffect(actOf(context), {
    kind: command.kind,
    subjectKind: 'alert',
    subjectId: mission.id,
    subjectAgency: mission.agency,
    reason: decision.text,
    before: { state, version: alert.version },
    after: { state: next, version: after.version },
  });
}
