/** Everything about one mission's alert: the talk between the ARS and the CCS, the ladder, what was opened and asked for it. */
import type { AlertSheet } from '../../../contract/app/nation-contract.ts';
import { openingReceives } from '../../../contract/domain/opening.ts';
import { missionFacts } from '../../../contract/national/facts/mission-facts.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import { openingLabel } from '../../commands/decisions/opening-words.ts';
import { readAlertIntents } from '../../store/queries/alert-rows.ts';
import { readOpeningView, readReserveRequests } from '../../store/queries/opening-rows.ts';
import { readAlert, readDecisionsAbout, readProposalsOf } from '../../store/queries/read-sheets.ts';
import { missionHistory } from '../sheets/history.ts';
import { alertRow, threadOf } from './alert-rows.ts';
import { ladderReader } from './ladder.ts';
import type { NationDesk } from './nation-desk.ts';
import { reserveLine } from './reserve-lines.ts';

type ThreadLine = AlertSheet['thread'][number];

/** What this workstation said and the nation has not confirmed. */
function wantedLines(desk: NationDesk, missionId: string): ThreadLine[] {
  const side = (desk.person()?.agency ?? null) === null ? ('ccs' as const) : ('agency' as const);
  const author = desk.person()?.name ?? '';
  return readAlertIntents(desk.store, missionId).flatMap((row): ThreadLine[] => {
    const input = JSON.parse(row.input) as { text?: string; message?: string; reason?: string };
    const text = input.text ?? input.message ?? input.reason;
    if (text === undefined || row.state === 'confirmed' || row.state === 'refused' || row.state === 'withdrawn')
      return [];
    return [{ author, side, at: row.decidedAt, text, state: row.state }];
  });
}

/** Null when the mission is not on this workstation. */
export function alertSheet(desk: NationDesk, missionId: string): AlertSheet | null {
  const { store, image } = desk;
  const mission = image.missions.rows.get(missionId);
  if (mission === undefined) return null;
  const alert = readAlert(store, missionId);
  const ladder = ladderReader(desk, [missionId]);
  const facts = missionFacts(mission);
  const openings = readOpeningView(store).filter((row) => openingReceives(openingFacts(row).receiver, facts));
  const confirmed = alert === null ? [] : threadOf(alert).map((entry) => ({ ...entry, state: 'confirmed' as const }));
  return {
    revision: image.revision,
    alert: alert === null ? null : alertRow(desk, alert, ladder),
    thread: [...confirmed, ...wantedLines(desk, missionId)],
    ladder: ladder.lines(mission, true),
    requests: readReserveRequests(store)
      .filter((row) => row.missionId === missionId)
      .map((row) => reserveLine(desk, row)),
    openings: openings.map((row) => ({
      id: row.id,
      label: openingLabel(row),
      state: row.state,
      used: row.used,
      ceiling: row.ceiling,
    })),
    history: missionHistory(
      mission,
      alert,
      readProposalsOf(store, 'mission', missionId),
      readDecisionsAbout(store, 'mission', missionId),
    ),
  };
}
