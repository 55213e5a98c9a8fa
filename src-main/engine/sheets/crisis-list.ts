/** Crisis mode by agency and profession, each line with what a switch would do (UX 7; FEATURES D9; F101-F103). */
import type { z } from 'zod';
import type { crisisLineSchema } from '../../../contract/app/sheets.ts';
import { missionLabel } from '../../commands/words.ts';
import { readCrisisModes, readDirectAccess } from '../../store/queries/read-sheets.ts';
import type { CrisisViewRow } from '../../store/views/view-rows.ts';
import type { OpenDesk } from '../open-desk.ts';

type CrisisLine = z.infer<typeof crisisLineSchema>;
type Counts = Pick<CrisisLine, 'missions' | 'candidates' | 'contactedNow' | 'proposedNow'>;

const keyOf = (agency: number, profession: string | null): string => `${agency}:${profession ?? '*'}`;

class CrisisCounts {
  readonly lines = new Map<string, { agency: number; profession: string | null; counts: Counts }>();

  add(agency: unknown, profession: unknown, name: keyof Counts): void {
    if (typeof agency !== 'number' || typeof profession !== 'string') return;
    for (const one of [profession, null]) this.line(agency, one).counts[name] += 1;
  }

  line(agency: number, profession: string | null) {
    const key = keyOf(agency, profession);
    const counts = { missions: 0, candidates: 0, contactedNow: 0, proposedNow: 0 };
    const line = this.lines.get(key) ?? { agency, profession, counts };
    this.lines.set(key, line);
    return line;
  }
}

const STATUS_COUNTS: Readonly<Record<string, keyof Counts>> = {
  DISPONIBLE: 'candidates',
  CONTACTÉ: 'contactedNow',
  'EN COURS': 'proposedNow',
};

function countAll({ image }: OpenDesk): CrisisCounts {
  const counts = new CrisisCounts();
  const missions = image.missions.image;
  const [missionAgency, missionProfession] = [missions.column('agency'), missions.column('profession')];
  missions.select([{ type: 'among', column: 'missionState', values: ['open'] }]).forEach((isOpen, slot) => {
    if (isOpen === 1) counts.add(missionAgency.read(slot), missionProfession.read(slot), 'missions');
  });
  const candidates = image.candidates.image;
  const [agency, profession] = [candidates.column('agency'), candidates.column('profession')];
  const status = candidates.column('status');
  candidates.select([]).forEach((isThere, slot) => {
    if (isThere === 0) return;
    const name = STATUS_COUNTS[String(status.read(slot))];
    if (name !== undefined) counts.add(agency.read(slot), profession.read(slot), name);
  });
  return counts;
}

function lineOf(
  counted: { agency: number; profession: string | null; counts: Counts },
  row: CrisisViewRow | undefined,
): CrisisLine {
  return {
    agency: counted.agency,
    profession: counted.profession,
    active: row?.active === 1,
    version: row?.version ?? 0,
    reason: row?.reason ?? null,
    byName: row?.byName ?? null,
    at: row?.at ?? null,
    ...counted.counts,
    hasOpenIntent: row?.hasOpenIntent === 1,
  };
}

export function crisisList(desk: OpenDesk) {
  const { store, image } = desk;
  image.flush();
  const counts = countAll(desk);
  const modes = new Map(readCrisisModes(store).map((row) => [keyOf(row.agency, row.profession), row]));
  for (const { agency, profession } of modes.values()) counts.line(agency, profession);
  const own = desk.person()?.agency ?? null;
  if (own !== null) counts.line(own, null);
  const lines = [...counts.lines]
    .filter(([, { agency }]) => own === null || agency === own)
    .map(([key, counted]) => lineOf(counted, modes.get(key)))
    .sort((left, right) => left.agency - right.agency || compareProfessions(left.profession, right.profession));
  return { revision: image.revision, lines, grants: grantsOf(desk) };
}

/** Named access, each with the name of what it is given to: an establishment, or one of its missions. */
function grantsOf({ store, image }: OpenDesk) {
  return readDirectAccess(store).map((row) => {
    const mission = row.missionId === null ? undefined : image.missions.rows.get(row.missionId);
    return { ...row, targetLabel: mission === undefined ? row.establishmentName : missionLabel(mission) };
  });
}

/** The line of the whole agency first. */
function compareProfessions(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return -1;
  return right === null || left > right ? 1 : -1;
}
