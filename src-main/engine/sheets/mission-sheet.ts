/** Everything that one mission's panel shows (UX 1). Null when the mission is not on this workstation. */
import type { MissionSheet } from '../../../contract/app/sheets.ts';
import type { ScoreTermCode } from '../../../contract/domain/score.ts';
import { DEFAULT_SCORE_WEIGHTS } from '../../../contract/domain/score.ts';
import { readAlert, readDecisionsAbout, readEstablishment, readProposalsOf } from '../../store/queries/read-sheets.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import { pageOf } from '../image/page-of.ts';
import { ladderReader } from '../nation/ladder.ts';
import type { OpenDesk } from '../open-desk.ts';
import { MISSION_ROW_NAMES } from '../rows/make-images.ts';
import { missionHistory } from './history.ts';
import { proposalLine } from './proposal-lines.ts';

/** More is a table's work, not a panel's. */
const MOST_OTHERS = 100;

const TERM_LABELS: Readonly<Record<ScoreTermCode, string>> = {
  start: 'Début',
  uncovered: 'Postes à pourvoir',
  age: 'Ancienneté du besoin',
  ehpad: 'EHPAD',
  'intensive-care': 'Réanimation',
  vaccination: 'Vaccination',
  alert: 'Alerte au CCS',
  tension: 'Tension',
};

/** What was tried at each step, as proposals, openings and requests show it; the nation's alert tells the same. */
function ladder(desk: OpenDesk, row: MissionViewRow): MissionSheet['ladder'] {
  const lines = ladderReader(desk, [row.id]).lines(row, false);
  return lines.map(({ step, label, firstAt }) => ({ step, label, triedAt: firstAt }));
}

function score({ image }: OpenDesk, row: MissionViewRow): MissionSheet['score'] {
  const found = image.missions.score(row, image.candidates, image.now);
  return {
    points: found?.points ?? 0,
    version: String(found?.weightsVersion ?? DEFAULT_SCORE_WEIGHTS.version),
    terms: (found?.terms ?? []).map(({ code, points, reason }) => ({
      code,
      label: TERM_LABELS[code],
      points,
      explanation: reason,
    })),
  };
}

export function missionSheet(desk: OpenDesk, id: string): MissionSheet | null {
  const { store, image } = desk;
  image.flush();
  const row = image.missions.rows.get(id);
  const slot = image.missions.image.slotOf(id);
  if (row === undefined || slot === undefined) return null;
  image.missions.derive(id, image.candidates, image.now);
  const table = image.missions.image;
  const establishment = readEstablishment(store, row.establishmentId);
  const ofEstablishment = table.select([{ type: 'among', column: 'establishmentId', values: [row.establishmentId] }]);
  const byStart = [{ column: 'startDate', descending: false }];
  const others = pageOf(table, ofEstablishment, byStart, 0, MOST_OTHERS + 1).filter((other) => other !== slot);
  const proposals = readProposalsOf(store, 'mission', id);
  const alert = readAlert(store, id);
  return {
    revision: image.revision,
    mission: table.row(slot, MISSION_ROW_NAMES),
    establishment: establishment && { ...establishment },
    otherMissions: others.map((other) => table.row(other, MISSION_ROW_NAMES)),
    proposals: proposals.map(proposalLine),
    score: score(desk, row),
    ladder: ladder(desk, row),
    history: missionHistory(row, alert, proposals, readDecisionsAbout(store, 'mission', id)),
  };
}
