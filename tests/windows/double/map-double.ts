/** The map of the windows' double: invented people set around real towns, counted by the engine's own grid. */
import { implement } from '@orpc/server';
import { mapEngineContract, mapMainContract } from '../../../contract/app/map-contract.ts';
import type { TableQuery, TableRow } from '../../../contract/app/table-query.ts';
import { CANDIDATE_COLUMNS } from '../../../contract/national/rows/candidate-row.ts';
import { MISSION_COLUMNS } from '../../../contract/national/rows/mission-row.ts';
import { withinArea } from '../../../src-main/engine/map/area-mask.ts';
import { countRings, missionPoint, personPoint } from '../../../src-main/engine/map/map-points.ts';
import { clusterNeeds } from '../../../src-main/engine/map/needs-clusters.ts';
import { clusterPeople } from '../../../src-main/engine/map/people-clusters.ts';
import { PlacedPoints } from '../../../src-main/engine/map/placed-points.ts';
import { territoryBalance } from '../../../src-main/engine/map/territory-balance.ts';
import { Relations } from '../../../src-main/engine/matching/relations.ts';
import { CandidateTable } from '../../../src-main/engine/tables/candidate-table.ts';
import { MissionTable } from '../../../src-main/engine/tables/mission-table.ts';
import type { CandidateViewRow, MissionViewRow } from '../../../src-main/store/views/view-rows.ts';
import { blankRow } from '../../support/blank-row.ts';
import type { DeskScenario } from './desk-scenario.ts';
import { TODAY } from './invent-missions.ts';
import { findRows, pageOf } from './query-rows.ts';

const NOW = Date.parse(`${TODAY}T10:00:00Z`);
/** Of the towns of places.ts. */
const TOWNS: Readonly<Record<string, readonly [number, number]>> = {
  '54000': [48.69, 6.18],
  '54700': [48.9, 6.06],
  '57000': [49.12, 6.18],
  '57200': [49.11, 7.07],
  '67000': [48.57, 7.75],
  '67600': [48.26, 7.45],
  '68000': [48.08, 7.36],
  '68100': [47.75, 7.34],
  '88000': [48.17, 6.45],
  '10000': [48.3, 4.07],
  '51100': [49.26, 4.03],
  '08000': [49.77, 4.72],
  '52100': [48.64, 4.95],
  '55000': [48.77, 5.16],
};
const ENGAGEMENTS: Readonly<Record<string, string>> = {
  AFFECTÉ: 'assigned',
  CONTACTÉ: 'contacted',
  'EN COURS': 'proposed',
};
/** Half live in the town itself; the others in villages around it, some of them placed by their intercommunality. */
const VILLAGES = [
  [0.11, 0.2, 'commune'],
  [-0.16, 0.09, 'epci'],
  [0.05, -0.24, 'commune'],
  [-0.06, -0.14, 'commune'],
] as const;

type Rows = ReadonlyMap<string, Record<string, TableRow[string]>>;

export interface MapGround {
  readonly scenario: DeskScenario;
  readonly missions: Rows;
  /** Those that the window may be told of. */
  people(): readonly TableRow[];
  revision(): number;
}

function placed(row: TableRow, scattered: boolean) {
  const [latitude, longitude] = TOWNS[String(row['postalCode'])] ?? [48.5, 6.2];
  const number = Number(row['number'] ?? 0);
  const village = scattered && number % 2 === 1 ? VILLAGES[(number >> 1) % VILLAGES.length] : undefined;
  const [north, east, precision] = village ?? [0, 0, 'commune'];
  return { latitude: latitude + north, longitude: longitude + east, precision };
}

export function mapDouble(ground: MapGround) {
  const { scenario } = ground;
  const desk = implement({ ...mapEngineContract, ...mapMainContract }).$context<Record<never, never>>();

  function everybody(): CandidateTable {
    const table = new CandidateTable(new Relations());
    for (const row of ground.people()) {
      const engagement = ENGAGEMENTS[String(row['status'])] ?? 'none';
      const availability = row['status'] === 'INDISPONIBLE' ? 'unavailable' : 'available';
      const patch = { ...row, ...placed(row, true), engagement, availability, pools: '[]' };
      table.write({ ...blankRow(CANDIDATE_COLUMNS), ...patch } as unknown as CandidateViewRow, NOW);
    }
    return table;
  }
  function everyNeed(): MissionTable {
    const table = new MissionTable(new Relations(), new Map());
    for (const row of ground.missions.values()) {
      const state = row['missionState'] === 'closed' ? 'closed' : 'open';
      const patch = { ...row, ...placed(row, false), establishmentId: row['establishmentName'], state };
      table.write(
        { ...blankRow(MISSION_COLUMNS), ...patch, vaccinationProfessions: '[]' } as unknown as MissionViewRow,
        NOW,
      );
    }
    return table;
  }
  function maskOf(table: CandidateTable, query: TableQuery): Uint8Array {
    const mask = new Uint8Array(table.image.extent);
    for (const { id } of findRows(ground.people(), query)) mask[table.image.slotOf(String(id)) ?? 0] = 1;
    return mask;
  }
  function inArea(table: CandidateTable, query: TableQuery, inside: Uint8Array): TableRow[] {
    return findRows(ground.people(), query).filter(({ id }) => inside[table.image.slotOf(String(id)) ?? 0] === 1);
  }

  return {
    map: {
      people: desk.map.people.handler(({ input: { question, view, lookedId } }) => {
        const table = everybody();
        const mask = maskOf(table, question.query);
        const mission = question.missionId === null ? null : missionPoint(everyNeed().rows.get(question.missionId));
        return {
          revision: ground.revision(),
          complete: scenario.complete && scenario.situation !== 'loading',
          outOf: table.image.size,
          ...clusterPeople(table, new PlacedPoints(), mask, view),
          mission,
          rings: countRings(table, mask, mission),
          looked: personPoint(table, lookedId),
        };
      }),
      needs: desk.map.needs.handler(({ input: { professions, view } }) => ({
        revision: ground.revision(),
        ...clusterNeeds(everyNeed(), professions, view),
      })),
      balance: desk.map.balance.handler(({ input }) => ({
        revision: ground.revision(),
        lines: territoryBalance(everyNeed(), everybody(), input.professions),
      })),
      within: desk.map.within.handler(({ input: { question, area } }) => {
        const table = everybody();
        const inside = withinArea(table.terms, new PlacedPoints(), maskOf(table, question.query), area);
        return pageOf(inArea(table, question.query, inside), question.query, ground.revision());
      }),
      choose: desk.map.choose.handler(({ input: { question, area } }) => {
        const table = everybody();
        const inside = withinArea(table.terms, new PlacedPoints(), maskOf(table, question.query), area);
        return { type: 'ids' as const, ids: inArea(table, question.query, inside).map(({ id }) => String(id)) };
      }),
      among: desk.map.among.handler(({ input: { set, ids } }) => ({
        ids: set.type === 'ids' ? ids.filter((id) => set.ids.includes(id)) : ids,
      })),
    },
    candidateFilter: {
      follow: desk.candidateFilter.follow.handler(async function* ({ signal }) {
        await new Promise<void>((end) => signal?.addEventListener('abort', () => end(), { once: true }));
      }),
      change: desk.candidateFilter.change.handler(() => undefined),
    },
    pictures: { save: desk.pictures.save.handler(() => ({ saved: true })) },
  };
}
