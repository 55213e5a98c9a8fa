import { ORPCError } from '@orpc/client';
import type { AnyContractProcedure, AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deskContract } from '../../contract/app/desk-contract.ts';
import { FAILURES } from '../../contract/app/failures.ts';
import { startDesk } from '../../tests/support/desk-rpc/desk-under-test.ts';
import { SignInFault } from '../national/identity/sign-in-fault.ts';

const QUERY = { filters: [], search: '', sorts: [], offset: 0, limit: 50 };

interface Operation {
  readonly name: string;
  readonly procedure: AnyContractProcedure;
}

function operations(contract: AnyContractRouter, path: readonly string[] = []): Operation[] {
  if (isContractProcedure(contract)) return [{ name: path.join('.'), procedure: contract }];
  return Object.entries(contract as Record<string, AnyContractRouter>).flatMap(([name, member]) =>
    operations(member, [...path, name]),
  );
}

const OPERATIONS = operations(deskContract);

/** What a call came to: its answer, or the code and data of its refusal. */
async function outcomeOf(call: Promise<unknown>) {
  return call.then(
    (answer) => ({ answer }),
    (error: unknown) =>
      error instanceof ORPCError
        ? { code: error.code as string, defined: error.defined, data: error.data, message: error.message }
        : { code: 'not-an-rpc-error', message: String(error) },
  );
}

/** The client's function of that name. */
const operationOf = (client: unknown, name: string) =>
  name.split('.').reduce<unknown>((group, key) => (group as Record<string, unknown>)[key], client) as (
    input: unknown,
  ) => Promise<unknown>;

describe('what a window asks', () => {
  it('about the data is answered by the engine', async () => {
    const { connect } = await startDesk();
    expect(await connect('w').client.missions.page(QUERY)).toEqual({
      revision: 7,
      total: 1,
      outOf: 2,
      rows: [{ id: 'm-1', headcount: 50 }],
      complete: true,
    });
  });

  it('and the engine refuses comes as the engine said it', async () => {
    const { connect } = await startDesk();
    expect(await outcomeOf(connect('w').client.missions.page({ ...QUERY, search: 'refused' }))).toMatchObject({
      code: 'disk-full',
      defined: true,
      message: FAILURES['disk-full'].message,
      data: { reference: null },
    });
  });

  it('S56 S11 and fails by a bug comes with a reference that is in the log, and the log holds nothing of it', async () => {
    const { connect, logged } = await startDesk();
    const { client } = connect('w');
    const bug = await outcomeOf(client.missions.page({ ...QUERY, search: 'bug' }));
    const badAnswer = await outcomeOf(client.missions.page({ ...QUERY, search: 'invalid answer' }));
    expect([bug, badAnswer]).toMatchObject([
      { code: 'unexpected', defined: true, data: { reference: 'id-1' } },
      { code: 'unexpected', defined: true, data: { reference: 'id-2' } },
    ]);
    expect(logged.map(({ event, details }) => [event, details['reference'], details['operation']])).toEqual([
      ['rpc.unexpected', 'id-1', 'missions.page'],
      ['rpc.unexpected', 'id-2', 'missions.page'],
    ]);
    expect(JSON.stringify([bug, logged])).not.toContain('Jeanne');
  });

  it('S13 takes neither SQL, nor path, nor address, nor identity', () => {
    const names = OPERATIONS.flatMap(({ procedure }) => {
      const schema = procedure['~orpc'].inputSchema;
      return schema === undefined ? [] : propertyNames(z.toJSONSchema(schema as z.ZodType));
    });
    expect(names.length).toBeGreaterThan(40);
    const forbidden = /sql|path|url|href|address|actor|author|userId|personId|token|command$|shell|exec/i;
    expect([...new Set(names)].filter((name) => forbidden.test(name))).toEqual([]);
  });

  it('S11 refuses, for every operation, what the contract does not describe, and nothing is opened or saved', async () => {
    const { connect, saved, engine, windows } = await startDesk();
    const { client } = connect('w');
    for (const { name, procedure } of OPERATIONS) {
      const ask = operationOf(client, name);
      const schema = procedure['~orpc'].inputSchema as z.ZodType | undefined;
      const hostile = fc
        .sample(fc.anything({ withNullPrototype: false, maxDepth: 3 }), { numRuns: 12, seed: 7 })
        .filter((input) => schema !== undefined && !schema.safeParse(input).success)
        .filter((input) => isPlain(input));
      for (const input of [...hostile, { __proto__: null, constructor: 1, extra: true }]) {
        if (schema === undefined) continue;
        const outcome = await outcomeOf(ask(input));
        expect([name, outcome]).toMatchObject([name, { code: 'ill-formed', defined: true }]);
      }
    }
    expect(saved).toEqual([]);
    expect(windows.list()).toEqual([]);
    expect(engine.opened).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('S12 is answered for the window that asks, whatever its page says', async () => {
    const { connect, windows } = await startDesk();
    await windows.open('missions', 'm-9');
    const [{ id = '' } = {}] = windows.list();
    const mine = connect(id).client;
    await mine.windows.remember({ state: '{"columns":[]}' });
    expect(await mine.windows.recall()).toEqual({
      id,
      window: 'missions',
      state: '{"columns":[]}',
      subjectId: 'm-9',
    });
    expect(await outcomeOf(connect('stranger').client.windows.recall())).toMatchObject({ code: 'not-found' });
    expect(await outcomeOf(mine.windows.open({ window: 'nothing', subjectId: null }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('saves a text under the name that the window proposes', async () => {
    const { connect, saved } = await startDesk();
    const answer = await connect('w').client.files.save({ fileName: 'décisions.tsv', text: 'à garder' });
    expect(answer).toEqual({ saved: true });
    expect(saved).toEqual([{ name: 'décisions.tsv', text: 'à garder' }]);
  });

  it('names why nobody could sign in, in the service’s own words', async () => {
    const { connect } = await startDesk({
      signIn: async () => {
        throw new SignInFault('no-habilitation', 'Votre habilitation a pris fin.');
      },
    });
    const { client } = connect('w');
    expect(await outcomeOf(client.session.signIn())).toMatchObject({
      code: 'not-allowed',
      message: 'Votre habilitation a pris fin.',
    });
    expect(await client.session.signOut()).toEqual({ kept: 3 });
  });
});

describe('what windows share', () => {
  it('is the selection: changed by one, heard by all, each its revision', async () => {
    const { connect } = await startDesk();
    const [one, two] = [connect('one').client, connect('two').client];
    const heard = (await two.selection.follow())[Symbol.asyncIterator]();
    expect((await heard.next()).value).toMatchObject({ revision: 0, subject: null });
    await one.selection.change({ subject: { kind: 'mission', id: 'm-1' }, chosen: null });
    expect((await heard.next()).value).toEqual({
      revision: 1,
      subject: { kind: 'mission', id: 'm-1' },
      chosen: null,
    });
    expect(await two.selection.current()).toMatchObject({ revision: 1 });
  });
});

describe('streams', () => {
  it('carry changes, and end in the engine when the window goes', async () => {
    const { connect, engine } = await startDesk();
    const { client, close } = connect('w');
    const changes = (await client.sync.changes())[Symbol.asyncIterator]();
    const first = changes.next();
    await expect.poll(engine.streams).toBe(1);
    engine.change({ revision: 8, topics: ['missions'] });
    expect((await first).value).toEqual({ revision: 8, topics: ['missions'] });
    changes.next().catch(() => undefined);
    close();
    await expect.poll(engine.streams).toBe(0);
  });
});

describe('when the engine dies', () => {
  it('open calls and streams answer engine-restarted, and the next engine answers', async () => {
    const { connect, engine, room } = await startDesk();
    const restored: number[] = [];
    room.onStarted(async () => void restored.push(room.generation()));
    const { client } = connect('w');
    const stream = (await client.sync.changes())[Symbol.asyncIterator]();
    const [call, next] = [outcomeOf(client.missions.sheet({ id: 'm-1' })), outcomeOf(stream.next())];
    await engine.hanging();
    await expect.poll(engine.streams).toBe(1);
    engine.die('crash');
    expect([await call, await next]).toMatchObject([{ code: 'engine-restarted' }, { code: 'engine-restarted' }]);
    expect(restored).toEqual([1]);
    expect(await client.missions.page(QUERY)).toMatchObject({ total: 1 });
  });

  it('five times in a minute, it stays down and says so', async () => {
    const { connect, engine, logged } = await startDesk();
    for (let death = 0; death < 5; death += 1) engine.die('crash');
    expect(logged.filter(({ event }) => event === 'engine.exited').map(({ details }) => details['again'])).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(await outcomeOf(connect('w').client.missions.page(QUERY))).toMatchObject({ code: 'unexpected' });
  });
});

function propertyNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
  return [...properties, ...Object.values(schema).flatMap(propertyNames)];
}

/** What a page could send at all: oRPC codes plain values. */
function isPlain(input: unknown): boolean {
  try {
    return input === undefined || JSON.stringify(input) !== undefined;
  } catch {
    return false;
  }
}
