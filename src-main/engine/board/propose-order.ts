/** What the score would make of the lanes: only what would change, what people decided apart from what nobody did. */
import type { BoardQuestion, OrderProposal, OrderRow } from '../../../contract/app/board-contract.ts';
import type { Priority } from '../../../contract/domain/priority.ts';
import { comparePriorities, PRIORITIES } from '../../../contract/domain/priority.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import { numberReader } from './board-columns.ts';
import type { BoardDesk } from './board-desk.ts';
import { proposedLanes } from './lane-proposal.ts';

/** Rows told of one proposal: more than anybody reads one by one. */
const MOST_ROWS = 1_000;

interface Standing {
  readonly row: MissionViewRow;
  readonly score: number;
  readonly posts: number;
}

function isDeferred(row: MissionViewRow, now: number): boolean {
  return row.deferredUntil !== null && row.deferredUntil > todayOf(row.agency, now);
}

function openMissions({ image: desk }: BoardDesk, { filters, search }: BoardQuestion): readonly Standing[] {
  const { image, rows } = desk.missions;
  const [score, remaining] = [numberReader(image, 'score'), numberReader(image, 'remaining')];
  const state = image.column('missionState');
  const found: Standing[] = [];
  image.select(filters, search).forEach((isFound, slot) => {
    if (isFound === 0 || state.read(slot) !== 'open') return;
    const row = rows.get(image.idAt(slot) ?? '');
    if (row !== undefined) found.push({ row, score: score(slot), posts: remaining(slot) });
  });
  return found;
}

const orderOf = (left: OrderRow, right: OrderRow): number =>
  comparePriorities(left.after, right.after) || right.score - left.score || (left.id < right.id ? -1 : 1);

/** Deferred missions stay where they are: their day has not come. */
export function proposeOrder(desk: BoardDesk, question: BoardQuestion): OrderProposal {
  const now = desk.image.now;
  const open = openMissions(desk, question);
  const ranked = open.filter(({ row }) => !isDeferred(row, now));
  const lanes = proposedLanes(ranked.map(({ row: { id, agency }, score, posts }) => ({ id, agency, score, posts })));
  const moves = ranked
    .map(({ row, score, posts }): OrderRow => {
      const { id, establishmentName, departement, profession } = row;
      const before = row.priority as Priority;
      const byName = before === 'none' ? null : row.priorityByName;
      const after = lanes.get(id) ?? before;
      return { id, establishmentName, departement, profession, score, remaining: posts, before, after, byName };
    })
    .filter(({ before, after }) => before !== after)
    .sort(orderOf);
  const undecided = moves.filter(({ before }) => before === 'none');
  const decided = moves.filter(({ before }) => before !== 'none');
  return {
    revision: desk.image.revision,
    ranked: ranked.length,
    deferred: open.length - ranked.length,
    undecided: undecided.length,
    decided: decided.length,
    rows: [...undecided, ...decided].slice(0, MOST_ROWS).sort(orderOf),
    whole: PRIORITIES.flatMap((priority) => {
      const ids = undecided.filter(({ after }) => after === priority).map(({ id }) => id);
      return ids.length === 0 ? [] : [{ priority, set: desk.handles.keep('mission', ids, desk.image.revision) }];
    }),
  };
}
