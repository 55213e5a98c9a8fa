/** The end of an alert: by the ARS, or by itself when the mission is filled, closed or ended (DOMAIN §4.6). */
import type { AlertState } from '../../contract/domain/alert.ts';
import { nextAlertState } from '../../contract/domain/alert.ts';
import type { JournalEntry } from '../kernel/journal-entry.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import { SYSTEM_PRINCIPAL } from '../kernel/unit-of-work.ts';
import { alertHandler, sideOf, threadWith } from './decide-alert.ts';

export const liftAlert = alertHandler('alert.lift', 'lift', ({ reason }) => reason);

/** The decision of which a lift is the consequence; the service's own clock when none is given. */
export type LiftCause = Pick<JournalEntry, 'actor' | 'commandId' | 'origin' | 'batchId' | 'decidedAt'>;

const BY_ITSELF: LiftCause = {
  actor: SYSTEM_PRINCIPAL,
  commandId: null,
  origin: 'system',
  batchId: null,
  decidedAt: null,
};

/**
 * Lifts the alert of a mission that no longer lacks anybody; nothing happens when there is none to lift. The caller
 * holds the mission's lock.
 *
 * @param why the French words that the thread and the journal keep, e.g. 'mission pourvue'
 * @example await liftAlertIfAny(work, mission.id, 'mission pourvue', { actor, ...command });
 */
export async function liftAlertIfAny(
  work: UnitOfWork,
  missionId: string,
  why: string,
  cause: LiftCause = BY_ITSELF,
): Promise<void> {
  const alert = await work.get('alert', missionId);
  if (alert === null) return;
  const state = alert.state as AlertState;
  // A declined alert shows nothing any more: it keeps the answer that it got.
  if (state === 'declined' || nextAlertState(state, 'lift') === null) return;
  const author = SYSTEM_PRINCIPAL.displayName;
  await work.update('alert', alert, {
    state: 'lifted',
    decidedByName: author,
    decidedAt: work.at,
    thread: threadWith(alert.thread, { author, side: sideOf(SYSTEM_PRINCIPAL), at: work.at, text: why }),
  });
  const mission = await work.get('mission', missionId);
  if (mission !== null) await work.annotate('mission', mission, { alert: 'lifted' });
  work.journal({
    ...cause,
    kind: 'alert.lift',
    subjectKind: 'alert',
    subjectId: missionId,
    subjectAgency: alert.agency,
    reason: why,
    before: { state, version: alert.version },
    after: { state: 'lifted', version: alert.version + 1 },
  });
}
