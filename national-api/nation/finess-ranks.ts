/** Hands out the fictitious FINESS numbers of each département, upwards for establishments, downwards for requests. */
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import type { FinessNumber } from '../../contract/domain/identifier/finess.ts';
import { fictitiousFiness } from '../../contract/domain/identifier/finess.ts';

const MAINLAND_ROOM = 10_000;
const OVERSEAS_ROOM = 1_000;

/** Saint-Barthélemy and Saint-Martin are numbered with Guadeloupe. */
const NUMBERED_WITH: Readonly<Record<string, DepartementCode>> = { '977': '971', '978': '971' };

export interface FinessRanks {
  /** @returns null when the département has no room left */
  first(departement: DepartementCode): FinessNumber | null;
  last(departement: DepartementCode): FinessNumber | null;
}

export function finessRanks(): FinessRanks {
  const given = new Map<DepartementCode, { first: number; last: number }>();
  function take(departement: DepartementCode, end: 'first' | 'last'): FinessNumber | null {
    const code = NUMBERED_WITH[departement] ?? departement;
    const room = code.length === 3 ? OVERSEAS_ROOM : MAINLAND_ROOM;
    const ranks = given.get(code) ?? { first: 0, last: 0 };
    if (ranks.first + ranks.last >= room) return null;
    given.set(code, { ...ranks, [end]: ranks[end] + 1 });
    return fictitiousFiness(code, end === 'first' ? ranks.first : room - 1 - ranks.last);
  }
  return { first: (departement) => take(departement, 'first'), last: (departement) => take(departement, 'last') };
}
