/**
 * What the map asks (UX 2). Points never travel one by one: the engine counts people by cells of a grid, on the very
 * mask of the table, and answers the cells in view as packed lists (PERFORMANCE §4). An area drawn on the map becomes a
 * set of the engine, as "choose all" does.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from './failures.ts';
import { MOST_LEVEL } from './map-limits.ts';
import { chosenSetSchema } from './selection.ts';
import { filterSchema, tablePageSchema, tableQuerySchema } from './table-query.ts';

const id = z.string().min(1).max(64);
const base = oc.errors(FAILURES);
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const kilometres = z.number().min(0).max(20_040);

/** The table's question: people of a mission, or everybody, under its filters. */
const questionSchema = z.strictObject({ missionId: id.nullable(), query: tableQuerySchema });

/** A cell of the grid: at level L the world is 2^L cells wide, counted from the north-west. */
const level = z.int().min(0).max(MOST_LEVEL);
const cell = z
  .int()
  .min(0)
  .max(2 ** MOST_LEVEL);

/** What was drawn or pointed at: a box or a lasso, a circle around a place, the cells of a cluster. */
export const mapAreaSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('polygon'),
    points: z
      .array(z.tuple([longitude, latitude]))
      .min(3)
      .max(1_000),
  }),
  z.strictObject({ type: z.literal('circle'), longitude, latitude, radiusKm: kilometres }),
  z.strictObject({
    type: z.literal('cells'),
    level,
    cells: z
      .array(z.tuple([cell, cell]))
      .min(1)
      .max(64),
  }),
]);
export type MapArea = z.infer<typeof mapAreaSchema>;

const mapViewSchema = z.strictObject({
  west: longitude,
  south: latitude,
  east: longitude,
  north: latitude,
  level,
});
export type MapView = z.infer<typeof mapViewSchema>;

const counts = z.array(z.int().min(0));

/** Lists of one length, an entry a cluster: the largest first. */
export const mapClustersSchema = z.strictObject({
  level,
  /** Mean place of the people counted. */
  longitudes: z.array(longitude),
  latitudes: z.array(latitude),
  counts,
  /** By status, AFFECTÉ > CONTACTÉ > EN COURS > INDISPONIBLE > DISPONIBLE: each person once. */
  free: counts,
  proposed: counts,
  contacted: counts,
  assigned: counts,
  unavailable: counts,
  /** People whose place is only known to some kilometres, and to how many at worst (GEODATA §2). */
  approximate: counts,
  radiiKm: z.array(kilometres),
  /** The person, where there is one alone. */
  ids: z.array(id.nullable()),
  /** The town that most of them are filed under, with its département: "Nancy (54)". */
  places: z.array(z.string()),
  /** Is everybody at one and the same point? */
  together: z.array(z.boolean()),
  /** The cells it was made of: what `mapAreaSchema` names. */
  cells: z.array(z.array(z.tuple([cell, cell]))),
});
export type MapClusters = z.infer<typeof mapClustersSchema>;

const pointSchema = z.strictObject({
  longitude,
  latitude,
  /** How far off it may be; 0: the town is right. */
  radiusKm: kilometres,
  label: z.string(),
});
export type MapPoint = z.infer<typeof pointSchema>;

export const peopleOnMapSchema = z.strictObject({
  revision: z.int(),
  /** False while the first synchronisation has not brought everybody yet. */
  complete: z.boolean(),
  /** As the table counts them. */
  total: z.int(),
  outOf: z.int(),
  /** Of them, those whose place is unknown: never on the map, always in the table. */
  unplaced: z.int(),
  clusters: mapClustersSchema,
  /** Where the mission is, and how many people live within each ring around it, from the narrowest. */
  mission: pointSchema.nullable(),
  rings: z.array(z.strictObject({ radiusKm: kilometres, count: z.int() })),
  /** The person looked at, whether a cluster holds them or not. */
  looked: pointSchema.nullable(),
});
export type PeopleOnMap = z.infer<typeof peopleOnMapSchema>;

/** Establishments with posts to fill, of some professions or of all. */
export const needsOnMapSchema = z.strictObject({
  revision: z.int(),
  longitudes: z.array(longitude),
  latitudes: z.array(latitude),
  /** Posts to fill. */
  posts: counts,
  establishments: counts,
  missions: counts,
  /** The mission and its establishment's name, where one mission is alone. */
  ids: z.array(id.nullable()),
  names: z.array(z.string()),
  places: z.array(z.string()),
});
export type NeedsOnMap = z.infer<typeof needsOnMapSchema>;

export const territoryBalanceSchema = z.strictObject({
  revision: z.int(),
  lines: z.array(
    z.strictObject({ departement: z.string(), posts: z.int(), missions: z.int(), free: z.int(), people: z.int() }),
  ),
});
export type TerritoryBalance = z.infer<typeof territoryBalanceSchema>;

const professions = z.array(z.string().max(64)).max(60).nullable();

/** Answered by the engine. */
export const mapEngineContract = {
  map: {
    people: base
      .input(z.strictObject({ question: questionSchema, view: mapViewSchema, lookedId: id.nullable() }))
      .output(peopleOnMapSchema),
    needs: base.input(z.strictObject({ professions, view: mapViewSchema })).output(needsOnMapSchema),
    /** Needs against free people, département by département. */
    balance: base.input(z.strictObject({ professions })).output(territoryBalanceSchema),
    /** The rows of the table that live in an area; the query says which page. */
    within: base.input(z.strictObject({ question: questionSchema, area: mapAreaSchema })).output(tablePageSchema),
    /** The same as a set, in the table's order: by name up to a thousand, beyond as a handle. */
    choose: base.input(z.strictObject({ question: questionSchema, area: mapAreaSchema })).output(chosenSetSchema),
    /** Which of a page's rows a chosen set holds: so that a table marks them when the set was drawn on a map. */
    among: base
      .input(z.strictObject({ set: chosenSetSchema, ids: z.array(id).max(200) }))
      .output(z.strictObject({ ids: z.array(id) })),
  },
} as const;

/** What the windows of candidates search and filter by, told to each other; never which columns or page. */
export const candidateFilterSchema = z.strictObject({
  filters: z.array(filterSchema).max(40),
  search: z.string().max(100),
});
export type CandidateFilter = z.infer<typeof candidateFilterSchema>;

/** Answered by the main process. */
export const mapMainContract = {
  candidateFilter: {
    /** The last one that another window told, then each new one; nothing before anybody told one. */
    follow: base.output(eventIterator(candidateFilterSchema)),
    change: base.input(candidateFilterSchema).output(z.void()),
  },
  pictures: {
    /** Saves a picture that the window drew: main asks where. */
    save: base
      .input(
        z.strictObject({
          fileName: z.string().regex(/^[\w .-]{1,100}\.png$/u),
          /** A PNG file, in base 64. */
          png: z.base64().max(30_000_000),
        }),
      )
      .output(z.strictObject({ saved: z.boolean() })),
  },
} as const;
