/** The inbox of alerts (UX 4; F107): one row per mission that has one, with the need as it stands now. */
import type { LadderLine } from '../../../contract/app/nation-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { AlertState } from '../../../contract/domain/alert.ts';
import { hoursBetween } from '../../../contract/domain/instant.ts';
import { readAlerts } from '../../store/queries/alert-rows.ts';
import type { AlertViewRow } from '../../store/views/view-rows.ts';
import type { LadderReader } from './ladder.ts';
import { ladderReader } from './ladder.ts';
import type { NationDesk } from './nation-desk.ts';

export interface ThreadEntry {
  readonly author: string;
  readonly side: 'agency' | 'ccs';
  readonly at: string;
  readonly text: string;
}

export const threadOf = (alert: Pick<AlertViewRow, 'thread'>): readonly ThreadEntry[] =>
  JSON.parse(alert.thread) as ThreadEntry[];

/** Whose word is awaited: the CCS until it takes and answers; of a talk, the side that did not speak last. */
export function awaitedSide(state: AlertState, thread: readonly ThreadEntry[]): 'agency' | 'ccs' | null {
  if (state === 'declined' || state === 'lifted') return null;
  if (state === 'raised' || state === 'taken') return thread.at(-1)?.side === 'ccs' ? 'agency' : 'ccs';
  return thread.at(-1)?.side === 'agency' ? 'ccs' : null;
}

const tenths = (hours: number): number => Math.round(Math.max(0, hours) * 10) / 10;

/** Null when the mission is not on this workstation. */
export function alertRow({ image }: NationDesk, alert: AlertViewRow, ladder: LadderReader): TableRow | null {
  const { missions } = image;
  const mission = missions.rows.get(alert.missionId);
  const slot = missions.image.slotOf(alert.missionId);
  if (mission === undefined || slot === undefined) return null;
  missions.derive(mission.id, image.candidates, image.now);
  const thread = threadOf(alert);
  const lines: readonly LadderLine[] = ladder.lines(mission, false);
  const of = missions.image.row(slot, ['remaining', 'supplyOwn', 'supplyOpened']);
  return {
    id: alert.missionId,
    state: alert.state,
    agency: mission.agency,
    departement: mission.departement,
    establishmentName: mission.establishmentName,
    profession: mission.profession,
    specialty: mission.specialty,
    remaining: of['remaining'] ?? 0,
    headcount: mission.headcount,
    startDate: mission.startDate,
    endDate: mission.endDate,
    priority: mission.priority,
    ageHours: tenths(hoursBetween(Date.parse(alert.raisedAt), image.now)),
    message: alert.message,
    triedSteps: lines.filter(({ firstAt }) => firstAt !== null).length,
    nextStep: lines.find(({ isNext }) => isNext)?.label ?? null,
    supplyOwn: of['supplyOwn'] ?? null,
    supplyOpened: of['supplyOpened'] ?? null,
    awaits: awaitedSide(alert.state as AlertState, thread),
    messages: thread.length,
    raisedByName: alert.raisedByName,
    takenByName: alert.takenByName,
    raisedAt: alert.raisedAt,
    lastAt: thread.at(-1)?.at ?? alert.raisedAt,
    hasOpenIntent: alert.hasOpenIntent,
    hasConflict: alert.hasConflict,
  };
}

export function alertList(desk: NationDesk) {
  const { store, image } = desk;
  const alerts = readAlerts(store);
  const ladder = ladderReader(
    desk,
    alerts.map(({ missionId }) => missionId),
  );
  const rows = alerts.map((alert) => alertRow(desk, alert, ladder)).filter((row) => row !== null);
  return { revision: image.revision, complete: image.isComplete('mission'), rows };
}
