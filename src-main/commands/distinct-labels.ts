/** Two needs of one establishment for one profession read alike: each is told with its days and posts. */
import { formatCivilDate } from '../../contract/domain/civil-date.ts';
import { missionsById } from '../store/queries/decision-rows.ts';
import type { Store } from '../store/store.ts';
import type { MissionViewRow } from '../store/views/view-rows.ts';
import type { Draft } from './draft.ts';
import { count } from './words.ts';

/** @example detailOf(row) // 'du 16 nov. 2020 au 30 nov. 2020, 2 postes' */
function detailOf({ startDate, endDate, headcount }: MissionViewRow): string {
  return `du ${formatCivilDate(startDate)} au ${formatCivilDate(endDate)}, ${count(headcount, 'poste')}`;
}

/** Labels that several missions share are told with what tells the missions apart; the others stay as they are. */
export function withDistinctLabels(store: Store, drafts: readonly Draft[]): readonly Draft[] {
  const subjects = new Map<string, Set<string>>();
  for (const { label, subjectId } of drafts) {
    subjects.set(label, (subjects.get(label) ?? new Set()).add(subjectId));
  }
  const shared = drafts.filter(({ label }) => (subjects.get(label)?.size ?? 0) > 1);
  if (shared.length === 0) return drafts;
  const missions = missionsById(
    store,
    shared.map(({ subjectId }) => subjectId),
  );
  return drafts.map((draft) => {
    const mission = (subjects.get(draft.label)?.size ?? 0) > 1 ? missions.get(draft.subjectId) : undefined;
    return mission === undefined ? draft : { ...draft, label: `${draft.label} · ${detailOf(mission)}` };
  });
}
