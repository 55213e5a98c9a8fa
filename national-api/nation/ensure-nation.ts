/** Gives an empty base a nation; a base that already has one keeps it. */
import { sql } from 'kysely';
import type { Places } from '../../contract/domain/geography/places.ts';
import type { Database, Writer } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Ground } from '../kernel/ground.ts';
import { drawNation } from './draw-nation.ts';
import { nationDay } from './nation-day.ts';
import type { NationSize } from './nation-size.ts';
import { planNation } from './nation-size.ts';
import { writeNation } from './write-nation.ts';

export interface NationOptions {
  readonly size: NationSize;
  readonly seed: number;
  /** From resources/geo (contract/domain/geography/places.ts). */
  readonly places: Places;
  /** Below 1, a smaller nation of the same proportions; 1 by default. */
  readonly scale?: number;
}

export interface NationReport {
  readonly created: boolean;
  /** The nation that the base holds now, which may be another than the one asked for; null: a base of its own. */
  readonly nation: Tables['nation'] | null;
}

/** A number that only this waits for, so that two instances that start at once do not both write a nation. */
const NATION_LOCK = 7_253_003;

async function isInhabited(writer: Writer): Promise<boolean> {
  const found = await Promise.all(
    (['mission', 'candidate', 'establishment'] as const).map((kind) =>
      writer.selectFrom(kind).select('id').limit(1).executeTakeFirst(),
    ),
  );
  return found.some((row) => row !== undefined);
}

/** Statistics after a large load, or the first questions are answered the slow way. */
async function analyse(database: Database): Promise<void> {
  await sql.raw('ANALYZE').execute(database.write);
}

/**
 * Draws and writes a nation when the base holds none. The moment is the ground's clock; the same size, seed, scale and
 * day give the same rows on every database.
 *
 * @example
 * const { created, nation } = await ensureNation(ground, { size: 'demo', seed: 1, places });
 */
export async function ensureNation(ground: Ground, options: NationOptions): Promise<NationReport> {
  const { size, seed, places, scale = 1 } = options;
  const { database } = ground;
  const report = await database.transaction(async (writer): Promise<NationReport> => {
    if (database.dialect === 'postgres') {
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(NATION_LOCK)})`.execute(writer);
    }
    const held = await writer.selectFrom('nation').selectAll().where('id', '=', 1).executeTakeFirst();
    if (held !== undefined) return { created: false, nation: held };
    // A base with rows of its own is real work: nothing invented is ever mixed with it.
    if (await isInhabited(writer)) return { created: false, nation: null };
    const plan = planNation(size, seed, scale);
    const day = nationDay(ground.clock());
    const draft = drawNation(plan, places, ground.clock());
    await database.lockFeed(writer);
    await writeNation(database, writer, draft, plan, day);
    const nation: Tables['nation'] = {
      id: 1,
      size,
      seed,
      candidates: draft.rows.candidate.length,
      missions: draft.rows.mission.length,
      day: day.today,
    };
    await writer.insertInto('nation').values(nation).execute();
    const head = await writer.selectFrom('feedHead').select('number').where('id', '=', 1).executeTakeFirstOrThrow();
    await database.announce(writer, head.number);
    return { created: true, nation };
  });
  if (report.created) await analyse(database);
  ground.log('nation.ready', {
    created: report.created,
    size: report.nation?.size ?? null,
    seed: report.nation?.seed ?? null,
    candidates: report.nation?.candidates ?? null,
  });
  return report;
}
