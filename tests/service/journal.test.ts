/** The journal: append-only, verifiable line by line, read within a right. TRUST D5-D6; FEATURES D7. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anchorReadJournals } from '../../national-api/journal/anchor-reads.ts';
import { appendLook } from '../../national-api/journal/read-chain.ts';
import { readJournalPage } from '../../national-api/journal/read-journal-page.ts';
import { verifyJournal } from '../../national-api/journal/verify-journal.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const LINES = 12;

/** A journal of twelve decisions and twelve looks, anchored. */
async function writeHistory(world: World): Promise<void> {
  const mission = await world.mission();
  for (let version = 0; version < LINES; version += 1) {
    const priority = version % 2 === 0 ? 'P1' : 'P2';
    const command = world.command(
      'mission.set-priority',
      mission.id,
      { priority, reason: 'Service fermé' },
      { version },
    );
    await world.send(world.regulator(), command);
    await world.ground.database.transaction((writer) =>
      appendLook(world.ground, writer, 'instance-a', world.regulator(), {
        what: 'contact',
        subjectId: `candidate-${version}`,
        missionId: mission.id,
        reason: 'offer-the-mission',
        result: 'shown',
      }),
    );
  }
  await anchorReadJournals(world.ground);
}

/** What an intruder with the database in hand would do first. */
async function dropGuards(world: World): Promise<void> {
  for (const table of ['journal', 'readJournal']) {
    const names = world.kind === 'sqlite' ? [`${table}NoUPDATE`, `${table}NoDELETE`] : [`${table}AppendOnly`];
    for (const name of names) {
      const on = world.kind === 'sqlite' ? '' : ` ON "${table}"`;
      await sql.raw(`DROP TRIGGER "${name}"${on}`).execute(world.ground.database.write);
    }
  }
}

const TABLES = ['journal', 'readJournal'] as const;
const TEXT_COLUMNS = {
  journal: ['at', 'actorId', 'role', 'kind', 'subjectId', 'origin', 'valueHash', 'previousHash', 'hash'],
  readJournal: ['at', 'actorId', 'role', 'what', 'subjectId', 'reason', 'result', 'previousHash', 'hash'],
} as const;
const WORDS = ['salt', 'actorName', 'reason', 'before', 'after'] as const;

const mutant = fc.oneof(
  fc.record({
    how: fc.constant('delete' as const),
    table: fc.constantFrom(...TABLES),
    line: fc.integer({ min: 1, max: LINES }),
  }),
  fc.record({
    how: fc.constant('swap' as const),
    table: fc.constantFrom(...TABLES),
    line: fc.integer({ min: 1, max: LINES - 1 }),
  }),
  fc.record({
    how: fc.constant('insert' as const),
    table: fc.constantFrom(...TABLES),
    line: fc.integer({ min: 1, max: LINES }),
  }),
  fc.record({
    how: fc.constant('words' as const),
    column: fc.constantFrom(...WORDS),
    line: fc.integer({ min: 1, max: LINES }),
  }),
  ...TABLES.map((table) =>
    fc.record({
      how: fc.constant('alter' as const),
      table: fc.constant(table),
      column: fc.constantFrom(...TEXT_COLUMNS[table]),
      line: fc.integer({ min: 1, max: LINES }),
    }),
  ),
);
type Mutant = typeof mutant extends fc.Arbitrary<infer Value> ? Value : never;

/** The statements of a tampering; a line that is inserted pushes the following ones, as a careful intruder would. */
function statementsOf(change: Mutant): readonly string[] {
  const far = 1000;
  switch (change.how) {
    case 'delete':
      return [`DELETE FROM "${change.table}" WHERE "number" = ${change.line}`];
    case 'swap':
      return [
        `UPDATE "${change.table}" SET "number" = ${far} WHERE "number" = ${change.line}`,
        `UPDATE "${change.table}" SET "number" = ${change.line} WHERE "number" = ${change.line + 1}`,
        `UPDATE "${change.table}" SET "number" = ${change.line + 1} WHERE "number" = ${far}`,
      ];
    case 'insert': {
      const columns = (change.table === 'journal' ? JOURNAL : READS).filter((column) => column !== 'number');
      const list = columns.map((column) => `"${column}"`).join(', ');
      return [
        `UPDATE "${change.table}" SET "number" = "number" + ${far} WHERE "number" >= ${change.line}`,
        `INSERT INTO "${change.table}" ("number", ${list}) SELECT ${change.line}, ${list} FROM "${change.table}" WHERE "number" = ${change.line + far}`,
        `UPDATE "${change.table}" SET "number" = "number" - ${far - 1} WHERE "number" > ${far}`,
      ];
    }
    case 'words':
      return [
        `UPDATE "journalValue" SET "${change.column}" = COALESCE("${change.column}", '') || 'x' WHERE "journalNumber" = ${change.line}`,
      ];
    case 'alter':
      return [
        `UPDATE "${change.table}" SET "${change.column}" = "${change.column}" || 'x' WHERE "number" = ${change.line}`,
      ];
  }
}

const JOURNAL = [
  'number',
  'at',
  'actorId',
  'role',
  'agency',
  'commandId',
  'kind',
  'subjectKind',
  'subjectId',
  'origin',
  'batchId',
  'decidedAt',
  'subjectAgency',
  'valueHash',
  'previousHash',
  'hash',
];
const READS = [
  'instance',
  'number',
  'at',
  'actorId',
  'role',
  'agency',
  'what',
  'subjectId',
  'missionId',
  'reason',
  'result',
  'previousHash',
  'hash',
];

onBothDatabases('the journal', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(kind);
  });
  afterEach(() => world.dispose());

  it('is intact as the service writes it, with an anchor for the looks', async () => {
    await writeHistory(world);
    expect(await verifyJournal(world.ground.database)).toEqual({
      intact: true,
      decisions: LINES + 1,
      reads: LINES,
      anchors: 1,
      broken: null,
    });
    expect(await anchorReadJournals(world.ground)).toBe(0);
  });

  it.each(['journal', 'readJournal', 'commandResult'])('refuses to rewrite or remove a line of %s', async (table) => {
    await writeHistory(world);
    const { write } = world.ground.database;
    const first = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)} LIMIT 1`.execute(write);
    const column = Object.keys(first.rows[0] ?? {})[0] ?? '';
    await expect(sql`DELETE FROM ${sql.table(table)}`.execute(write)).rejects.toThrow('append-only');
    await expect(
      sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${sql.ref(column)}`.execute(write),
    ).rejects.toThrow('append-only');
  });

  it('D4 lets the words of a verdict be blanked when a person is erased, and nothing else of its line', async () => {
    await writeHistory(world);
    const { write } = world.ground.database;
    await write.updateTable('commandResult').set({ verdict: '{}' }).execute();
    const blanked = await write.selectFrom('commandResult').select('verdict').distinct().execute();
    expect(blanked).toEqual([{ verdict: '{}' }]);
    await expect(write.updateTable('commandResult').set({ bodyHash: '', verdict: '' }).execute()).rejects.toThrow(
      'append-only',
    );
  });

  it('D5 sees any line deleted, altered, swapped or inserted, and any word changed', async () => {
    await writeHistory(world);
    await dropGuards(world);
    const { database } = world.ground;
    await fc.assert(
      fc.asyncProperty(mutant, async (change) => {
        const rollback = new Error('seen');
        let intact = true;
        await database.write
          .transaction()
          .execute(async (writer) => {
            for (const statement of statementsOf(change)) await sql.raw(statement).execute(writer);
            ({ intact } = await verifyJournal({ ...database, read: writer }));
            throw rollback;
          })
          .catch((error: unknown) => {
            if (error !== rollback) throw error;
          });
        expect(intact).toBe(false);
      }),
      { numRuns: kind === 'sqlite' ? 400 : 100, seed: 20201115 },
    );
  });

  it('D4 stays intact when the words of lines are erased', async () => {
    await writeHistory(world);
    await world.ground.database.write.deleteFrom('journalValue').where('journalNumber', 'in', [1, 3, 7]).execute();
    expect((await verifyJournal(world.ground.database)).intact).toBe(true);
    const page = await readJournalPage(world.ground, world.desk(), { limit: 100 });
    expect(page.lines.find(({ number }) => number === 3)).toMatchObject({
      actorName: null,
      reason: null,
      before: null,
    });
  });

  it('D7 is read by right: own acts, own region, the nation, a mandate, technical events without names', async () => {
    const here = await world.mission();
    const there = await world.mission({ agency: 14 });
    const priority = (missionId: string) =>
      world.command('mission.set-priority', missionId, { priority: 'P1', reason: 'Fermeture' });
    await world.send(world.regulator(6, { personId: 'me' }), priority(here.id));
    await world.send(world.regulator(14, { personId: 'other' }), priority(there.id));
    await appendAnchor(world);
    const seenBy = async (actor: Parameters<typeof readJournalPage>[1]) =>
      (await readJournalPage(world.ground, actor, { limit: 100 })).lines.map(
        ({ kind: what, actorId }) => `${what} ${actorId}`,
      );
    const mine = 'mission.set-priority me';
    const theirs = 'mission.set-priority other';
    const anchor = 'read-journal.anchor system';
    expect(await seenBy(world.regulator(6, { personId: 'me' }))).toEqual([mine]);
    expect(await seenBy(world.regulator(6, { personId: 'new' }))).toEqual([]);
    expect(await seenBy(world.regulator(6, { role: 'ars-lead' }))).toEqual([mine]);
    expect(await seenBy(world.desk())).toEqual([anchor, theirs, mine]);
    expect(await seenBy(world.regulator(14, { role: 'auditor' }))).toEqual([theirs]);
    expect(await seenBy(world.desk({ role: 'auditor' }))).toEqual([anchor, theirs, mine]);
    expect(await seenBy(world.desk({ role: 'administrator' }))).toEqual([anchor]);
    await expect(readJournalPage(world.ground, world.requester('e'), { limit: 1 })).rejects.toMatchObject({
      code: 'no-right',
    });
  });

  it('is paged and filtered by subject, actor, kind and date', async () => {
    await writeHistory(world);
    const first = await readJournalPage(world.ground, world.desk(), { limit: 5 });
    expect(first.lines).toHaveLength(5);
    const second = await readJournalPage(world.ground, world.desk(), { limit: 100, before: first.next ?? 0 });
    expect(second.lines[0]?.number).toBe((first.lines.at(-1)?.number ?? 0) - 1);
    expect(second.next).toBeNull();
    const subject = second.lines.at(-1)?.subjectId ?? '';
    const of = async (query: object) =>
      (await readJournalPage(world.ground, world.desk(), { limit: 100, ...query })).lines.length;
    expect(await of({ subject })).toBe(LINES);
    expect(await of({ actor: 'system' })).toBe(1);
    expect(await of({ kind: 'mission.set-priority' })).toBe(LINES);
    expect(await of({ from: '2020-11-15', until: '2020-11-15' })).toBe(LINES + 1);
    expect(await of({ from: '2020-11-16' })).toBe(0);
  });
});

async function appendAnchor(world: World): Promise<void> {
  await world.ground.database.transaction((writer) =>
    appendLook(world.ground, writer, 'instance-b', world.regulator(), {
      what: 'journal',
      subjectId: '*',
      missionId: null,
      reason: 'read-journal',
      result: 'shown',
    }),
  );
  await anchorReadJournals(world.ground);
}
