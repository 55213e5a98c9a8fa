/** What a pseudonymised snapshot may keep of a volunteer, before people who are too few alike are blurred further. */
import type { Value } from '../format/block.ts';
import { KEPT_OF_CANDIDATE } from './export-kinds.ts';
import type { AnyRow } from './hide-row.ts';
import { dayOf } from './hide-row.ts';

const firstOfMonth = (day: Value | undefined): string | null =>
  typeof day === 'string' ? `${day.slice(0, 7)}-01` : null;

const COARSER: Readonly<Record<string, (value: Value | undefined) => Value>> = {
  engagedSince: dayOf,
  startDate: firstOfMonth,
  endDate: firstOfMonth,
};

/** In the order of KEPT_OF_CANDIDATE. @example generaliseCandidate({ engagement: 'none', startDate: '2020-11-17', … }) */
export function generaliseCandidate(row: AnyRow): Value[] {
  return KEPT_OF_CANDIDATE.map((name) => {
    const coarser = COARSER[name];
    return coarser === undefined ? (row[name] ?? null) : coarser(row[name]);
  });
}
