/**
 * The day's regulation point (UX 8; DOMAIN §6): needs against resources by territory and profession, counted on the rows
 * that the windows show. On a snapshot it is the point of then.
 */
import type { PointRow, RegulationPoint } from '../../../contract/app/snapshot-contract.ts';
import { readOpenings } from '../../store/queries/read-relations.ts';
import { readCrisisModes } from '../../store/queries/read-sheets.ts';
import type { ImageColumn } from '../image/image-column.ts';
import type { OpenDesk } from '../open-desk.ts';

type Counted = { -readonly [Name in keyof PointRow]: PointRow[Name] };
type Count = Exclude<keyof PointRow, 'agency' | 'departement' | 'profession'>;

class PointCounts {
  readonly rows = new Map<string, Counted>();

  at(agency: unknown, departement: unknown, profession: unknown): Counted {
    const key = `${String(agency)} ${String(departement)} ${String(profession)}`;
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    const counts: Record<Count, number> = {
      missions: 0,
      posts: 0,
      filled: 0,
      remaining: 0,
      urgent: 0,
      people: 0,
      free: 0,
      proposed: 0,
      contacted: 0,
      assigned: 0,
    };
    const made = {
      agency: typeof agency === 'number' ? agency : null,
      departement: String(departement ?? ''),
      profession: String(profession ?? ''),
      ...counts,
    };
    this.rows.set(key, made);
    return made;
  }
}

const STATUS_COUNTS: Readonly<Record<string, Count>> = {
  DISPONIBLE: 'free',
  CONTACTÉ: 'contacted',
  'EN COURS': 'proposed',
  AFFECTÉ: 'assigned',
};
const ALIVE = ['raised', 'taken', 'answered'];

interface Image {
  column(name: string): ImageColumn;
  select(filters: readonly []): Uint8Array;
}

/** Calls `count` for each row that is there. */
function eachRow(image: Image, count: (slot: number) => void): void {
  image.select([]).forEach((isThere, slot) => {
    if (isThere === 1) count(slot);
  });
}

function countNeeds({ image: { missions } }: OpenDesk, counts: PointCounts): number {
  const image: Image = missions.image;
  const column = (name: string) => image.column(name);
  const [agency, departement, profession] = [column('agency'), column('departement'), column('profession')];
  const [state, headcount, accepted] = [column('missionState'), column('headcount'), column('accepted')];
  const [priority, alert] = [column('priority'), column('alert')];
  let alerts = 0;
  eachRow(image, (slot) => {
    if (ALIVE.includes(String(alert.read(slot)))) alerts += 1;
    const isAsked = state.read(slot) === 'open' || state.read(slot) === 'filled';
    if (!isAsked) return;
    const row = counts.at(agency.read(slot), departement.read(slot), profession.read(slot));
    const [posts, filled] = [Number(headcount.read(slot)), Number(accepted.read(slot))];
    row.missions += 1;
    row.posts += posts;
    row.filled += filled;
    row.remaining += Math.max(0, posts - filled);
    if (priority.read(slot) === 'P1' || priority.read(slot) === 'P2') row.urgent += Math.max(0, posts - filled);
  });
  return alerts;
}

function countPeople({ image: { candidates } }: OpenDesk, counts: PointCounts): void {
  const image: Image = candidates.image;
  const column = (name: string) => image.column(name);
  const [agency, departement, profession] = [column('agency'), column('departement'), column('profession')];
  const status = column('status');
  eachRow(image, (slot) => {
    const row = counts.at(agency.read(slot), departement.read(slot), profession.read(slot));
    row.people += 1;
    const name = STATUS_COUNTS[String(status.read(slot))];
    if (name !== undefined) row[name] += 1;
  });
}

export function regulationPoint(desk: OpenDesk): RegulationPoint {
  const { image, store } = desk;
  image.flush();
  const counts = new PointCounts();
  const alerts = countNeeds(desk, counts);
  countPeople(desk, counts);
  return {
    revision: image.revision,
    at: new Date(image.now).toISOString(),
    complete: image.isComplete('mission') && image.isComplete('candidate'),
    agency: desk.syncState().person?.agency ?? null,
    alerts,
    crisisLines: readCrisisModes(store).filter(({ active }) => active === 1).length,
    openings: readOpenings(store).filter(({ state }) => state === 'active' || state === 'paused').length,
    rows: [...counts.rows.values()],
  };
}
