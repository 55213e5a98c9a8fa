/** The map at the size of the nation: from a filter to the clusters on the screen, beside plain SQL that counts by cell. */
import type { MapArea, MapView } from '../../../contract/app/map-contract.ts';
import { withinArea } from '../../../src-main/engine/map/area-mask.ts';
import { countRings, missionPoint } from '../../../src-main/engine/map/map-points.ts';
import { mapQuestion } from '../../../src-main/engine/map/map-question.ts';
import { clusterNeeds } from '../../../src-main/engine/map/needs-clusters.ts';
import { clusterPeople } from '../../../src-main/engine/map/people-clusters.ts';
import { PlacedPoints } from '../../../src-main/engine/map/placed-points.ts';
import { territoryBalance } from '../../../src-main/engine/map/territory-balance.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import type { BenchCase } from '../bench-case.ts';
import { drawQuestion } from '../engine/draw-question.ts';
import { buildImage, openFilledStore } from '../engine/open-image.ts';
import type { Figure } from '../figure.ts';
import { quantileFigures, timeEach } from '../figure.ts';

const QUESTIONS = 300;
const QUESTIONS_IN_SQL = 40;
/** PERFORMANCE: filter to clusters within a frame. */
const P99_MS = 16;
/** What two screens show, as their windows ask it: the nation, and a region. */
const NATION: MapView = { west: -12, south: 40, east: 17, north: 52.5, level: 9 };
const REGION: MapView = { west: 1.5, south: 46.5, east: 9.5, north: 50.5, level: 11 };
const LASSO: MapArea = {
  type: 'polygon',
  points: Array.from({ length: 200 }, (_, corner) => [
    3.5 + 2 * Math.cos((corner * Math.PI) / 100),
    46.5 + 1.5 * Math.sin((corner * Math.PI) / 100),
  ]),
};

export const map: BenchCase = async (input) => {
  const store = openFilledStore(input);
  try {
    const { image } = await buildImage(store);
    image.deriveAll();
    const { candidates, missions } = image;
    const points = new PlacedPoints();
    const random = randomFrom(11);
    const asked = Array.from({ length: QUESTIONS }, () => drawQuestion(random));
    const look = (view: MapView, missionId: string | null, query: (typeof asked)[number]['query']) => {
      const { mask } = mapQuestion(image, missionId, query);
      const answer = clusterPeople(candidates, points, mask, view);
      const mission = missionId === null ? null : missionPoint(missions.rows.get(missionId));
      return { ...answer, rings: countRings(candidates, mask, mission) };
    };
    const everybody = { filters: [], search: '', sorts: [], offset: 0, limit: 0 };
    const bytes = JSON.stringify(look(NATION, null, everybody)).length;
    const nation = timeEach(asked, ({ query }) => look(NATION, null, query));
    const region = timeEach(asked, ({ query }) => look(REGION, null, query));
    const unfiltered = timeEach(asked, () => look(NATION, null, everybody));
    const ids = [...missions.rows.keys()].slice(0, QUESTIONS);
    const ofMission = timeEach(ids, (id) => look(REGION, id, everybody));
    const lasso = timeEach(asked, ({ query }) => {
      const { mask, ids: kept } = mapQuestion(image, null, query);
      return kept(withinArea(candidates.terms, points, mask, LASSO));
    });
    const needs = timeEach(asked, () => clusterNeeds(missions, null, NATION));
    const balance = timeEach(asked, () => territoryBalance(missions, candidates, ['infirmier-diplome-etat']));
    const inSql = timeEach(asked.slice(0, QUESTIONS_IN_SQL), ({ where, parameters }) =>
      store.statements.rows(
        `SELECT CAST(longitude * 1.42 AS INTEGER) AS x, CAST(latitude * 2 AS INTEGER) AS y, count(*), avg(longitude), avg(latitude)
         FROM main.candidate WHERE ${where} GROUP BY x, y`,
        ...parameters,
      ),
    );
    image.stop();
    const figures: Figure[] = [
      ...quantileFigures('Filtre → regroupements, France', nation, P99_MS),
      ...quantileFigures('Filtre → regroupements, région', region, P99_MS),
      ...quantileFigures('Tout le monde → regroupements, France', unfiltered, P99_MS),
      ...quantileFigures('Mission → regroupements et cercles', ofMission, P99_MS),
      ...quantileFigures('Compter par carreau, SQL seul', inSql),
      { label: 'Regroupements : médiane de SQL / moteur', value: inSql.p50 / nation.p50, unit: '×', budget: null },
      ...quantileFigures('Lasso de 200 côtés → personnes', lasso),
      ...quantileFigures('Besoins → regroupements, France', needs),
      ...quantileFigures('Besoins et ressources par département', balance),
    ];
    return { milliseconds: nation.sum, count: QUESTIONS, bytes, figures };
  } finally {
    store.close();
  }
};
