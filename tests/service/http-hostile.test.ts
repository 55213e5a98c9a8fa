/**
 * BAD INPUT, route by route: the list of routes and of command kinds is the contract itself, never a list by hand. Each
 * spoilt call is answered by a French problem of the registry, writes nothing, tells nothing, and the service lives.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleName } from '../../contract/domain/role.ts';
import type { RoutePolicy } from '../../contract/national/policy.ts';
import { ROUTE_POLICIES } from '../../contract/national/policy.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { problemSchema } from '../../contract/national/problem.ts';
import { PROBLEM_CODES } from '../../contract/national/problem-codes.ts';
import { PLAIN_ROUTES } from '../../contract/national/routes/plain-routes.ts';
import type { RouteSample } from '../support/contract-samples.ts';
import { addressOf, contractSamples } from '../support/contract-samples.ts';
import { databaseDigest } from '../support/database-digest.ts';
import type { Answer, HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';

/** Words that only the inside of the service would say. */
const LEAKS =
  /node_modules|national-api|\.ts\b|at \w+ \(|SELECT |INSERT |UPDATE |sqlite|postgres|kysely|Error:|constraint\b|ZodError/i;

const samples = contractSamples();
const policyOf = ({ route }: RouteSample): RoutePolicy => ROUTE_POLICIES[route.name as keyof typeof ROUTE_POLICIES];
const isPublic = (sample: RouteSample): boolean => typeof policyOf(sample).roles === 'string';
const title = ({ route, variant }: RouteSample): string => `${route.name} ${variant}`.trim();
const EVERY_ROLE: readonly RoleName[] = [
  'ars-regulator',
  'ars-lead',
  'ccs-desk',
  'ccs-lead',
  'auditor',
  'administrator',
  'establishment',
  'candidate',
];

/** Values of the wrong kind for most fields; the contract says for which. */
const WRONG: readonly unknown[] = [
  null,
  true,
  -7,
  1.5,
  'x'.repeat(5000),
  '\u0000',
  [],
  {},
  [[]],
  { $ne: null },
  '2020-02-31x',
];

/** Every object inside a value, with the way to rebuild the whole around its replacement. */
function* objectsIn(
  value: unknown,
  rebuild: (part: unknown) => unknown,
): Generator<[Record<string, unknown>, (part: unknown) => unknown]> {
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries())
      yield* objectsIn(part, (changed) => rebuild(value.with(index, changed)));
  } else if (typeof value === 'object' && value !== null) {
    const whole = value as Record<string, unknown>;
    yield [whole, rebuild];
    for (const [name, part] of Object.entries(whole))
      yield* objectsIn(part, (changed) => rebuild({ ...whole, [name]: changed }));
  }
}

/** Bodies that the contract refuses: each field wrong, missing or unknown, at each depth. */
function* spoiltBodies(sample: RouteSample): Generator<unknown> {
  for (const [object, rebuild] of objectsIn(sample.body, (whole) => whole)) {
    yield rebuild({ ...object, inattendu: 1 });
    for (const name of Object.keys(object)) {
      const { [name]: _, ...without } = object;
      yield rebuild(without);
      for (const wrong of WRONG) yield rebuild({ ...object, [name]: wrong });
    }
  }
  for (const whole of [null, [], 'texte', 7, {}]) yield whole;
}

const RAW_BODIES: readonly (readonly [what: string, body: string | Uint8Array, code: string])[] = [
  ['half a JSON', '{"commands":[', 'json-not-readable'],
  ['no JSON', 'bonjour', 'json-not-readable'],
  ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'json-not-readable'],
  ['NaN', '{"a":NaN}', 'json-not-readable'],
  ['a deep nest', `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`, 'json-too-deep'],
  ['a key twice', '{"a":1,"a":2}', 'json-duplicate-key'],
  ['a prototype key', '{"__proto__":{"admin":true}}', 'json-forbidden-key'],
  ['a hidden prototype key', '{"\\u005f_proto__":{"admin":true}}', 'json-forbidden-key'],
  ['a constructor key', '{"a":{"constructor":{"prototype":1}}}', 'json-forbidden-key'],
];

describe('bad input', () => {
  let http: HttpWorld;
  let before = '';
  const tokens = new Map<RoleName, string>();

  const principal = (role: RoleName): Principal => ({
    ...http.world.regulator(6),
    personId: `person-${role}`,
    role,
    agency: role.startsWith('ars') ? 6 : null,
    establishments: role === 'establishment' ? ['etablissement-1'] : [],
    candidateId: role === 'candidate' ? 'exemple' : null,
  });
  /** A token that may enter the route. */
  const entry = (sample: RouteSample): string | undefined => {
    const { roles } = policyOf(sample);
    return typeof roles === 'string' ? undefined : tokens.get(roles[0] as RoleName);
  };
  const call = (
    sample: RouteSample,
    changes: { as?: string | undefined; path?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) => {
    const as = 'as' in changes ? changes.as : entry(sample);
    const body = 'body' in changes ? changes.body : (sample.body ?? undefined);
    return http.call(sample.route.method, changes.path ?? addressOf(sample), {
      ...(as === undefined ? {} : { as }),
      ...(body === undefined ? {} : { body }),
      ...(changes.headers ? { headers: changes.headers } : {}),
    });
  };

  function expectProblem(answer: Answer, statuses: readonly number[], code?: string): void {
    const problem = problemSchema.parse(answer.json);
    expect(statuses, `${answer.status} ${answer.text}`).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(Object.keys(PROBLEM_CODES)).toContain(problem.code);
    expect(problem).toMatchObject({ status: answer.status, type: `/v1/problems/${problem.code}` });
    expect(problem.detail).toMatch(/^\p{Lu}.*[.)]$/u);
    expect(answer.text).not.toMatch(LEAKS);
    if (code !== undefined) expect(problem.code).toBe(code);
  }

  beforeAll(async () => {
    const plenty = 1e9;
    http = await startHttpWorld({
      limits: {
        readsPerMinute: plenty,
        writesPerMinute: plenty,
        commandsPerMinute: plenty,
        anonymousPerMinute: plenty,
        transfersPerHour: plenty,
      },
    });
    await http.world.mission({ establishmentId: 'etablissement-1' });
    await http.world.candidate({ id: 'exemple' });
    for (const role of EVERY_ROLE) tokens.set(role, http.tokenFor(principal(role)));
    before = await databaseDigest(http.world.ground.database, ['readJournal']);
  });
  afterAll(async () => {
    const health = await http.call('GET', '/v1/health');
    const after = await databaseDigest(http.world.ground.database, ['readJournal']);
    await http.dispose();
    expect(health.status).toBe(200);
    expect(after).toBe(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  const everyRoute = [...new Map(samples.map((sample) => [sample.route.name, sample])).values()];

  it('walks every route of the contract and every kind of command', () => {
    expect(everyRoute.length).toBeGreaterThan(20);
    expect(samples.filter(({ variant }) => variant !== '').length).toBeGreaterThan(40);
  });

  it.each(everyRoute.filter((sample) => !isPublic(sample)).map((sample) => [title(sample), sample] as const))(
    'S42 %s refuses no session, an unknown one, a malformed one and every role that its policy does not name',
    async (_title, sample) => {
      expectProblem(await call(sample, { as: undefined }), [401], 'invalid-token');
      expectProblem(await call(sample, { as: 'inconnu' }), [401], 'token-unknown');
      expectProblem(
        await call(sample, { as: undefined, headers: { authorization: 'Basic YTpi' } }),
        [401],
        'invalid-token',
      );
      const { roles } = policyOf(sample);
      for (const role of EVERY_ROLE.filter((one) => !roles.includes(one))) {
        expectProblem(await call(sample, { as: tokens.get(role) }), [403], 'no-right');
      }
    },
  );

  it.each(
    samples.filter(({ body }) => body !== undefined && body !== null).map((sample) => [title(sample), sample] as const),
  )(
    '%s refuses each field that is wrong, missing or unknown, and names it',
    async (_title, sample) => {
      let refused = 0;
      for (const body of spoiltBodies(sample)) {
        if (sample.accepts({ params: sample.params, query: sample.query, body })) continue;
        refused += 1;
        const answer = await call(sample, { body: JSON.stringify(body) });
        expectProblem(answer, [400], 'invalid-input');
        expect(answer.json?.['errors']).not.toEqual([]);
      }
      expect(refused).toBeGreaterThan(5);
    },
    60_000,
  );

  it.each(
    everyRoute
      .filter(({ body }) => body !== undefined && body !== null)
      .map((sample) => [title(sample), sample] as const),
  )(
    'S33 %s refuses what is no sound JSON, the wrong format and the wrong size',
    async (_title, sample) => {
      for (const [, body, code] of RAW_BODIES) expectProblem(await call(sample, { body }), [400], code);
      const text = JSON.stringify(sample.body);
      for (const type of [
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        'text/event-stream',
      ]) {
        expectProblem(
          await call(sample, { body: text, headers: { 'content-type': type } }),
          [415],
          'unsupported-media-type',
        );
      }
      expectProblem(
        await call(sample, { body: JSON.stringify({ a: 'x'.repeat(5 * 1024 * 1024) }) }),
        [413],
        'body-too-large',
      );
      expectProblem(await call(sample, { body: '' }), [400]);
    },
    30_000,
  );

  it.each(everyRoute.map((sample) => [title(sample), sample] as const))(
    '%s refuses an unknown, double, nested or wrong query',
    async (_title, sample) => {
      const sound = addressOf(sample);
      const join = sound.includes('?') ? '&' : '?';
      for (const more of ['inattendu=1', 'a[b]=1', '__proto__=1', 'a.__proto__.b=1', 'constructor=1', 'x=1&x=2']) {
        expectProblem(await call(sample, { path: `${sound}${join}${more}` }), [400]);
      }
      for (const name of Object.keys(sample.query)) {
        for (const wrong of ['x'.repeat(1500), '-1', '1e99', '\u0000']) {
          const query = { ...sample.query, [name]: wrong };
          if (sample.accepts({ params: sample.params, query, body: sample.body })) continue;
          expectProblem(await call(sample, { path: addressOf({ ...sample, query }) }), [400]);
        }
      }
    },
  );

  it.each(
    everyRoute.filter(({ params }) => Object.keys(params).length > 0).map((sample) => [title(sample), sample] as const),
  )('%s refuses an altered address', async (_title, sample) => {
    for (const name of Object.keys(sample.params)) {
      for (const wrong of [
        'x'.repeat(65),
        '../../etc/passwd',
        '%00',
        "'; DROP TABLE mission; --",
        '\u202Egpj',
        'é'.repeat(40),
        '😀',
      ]) {
        expectProblem(
          await call(sample, { path: addressOf({ ...sample, params: { ...sample.params, [name]: wrong } }) }),
          [400, 403, 404, 414, 422],
        );
      }
    }
  });

  it.each(everyRoute.filter(({ body }) => body === null).map((sample) => [title(sample), sample] as const))(
    '%s refuses a file of another kind, too large, or none',
    async (_title, sample) => {
      const file = new Uint8Array(6 * 1024 * 1024);
      const types = ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
      for (const type of types) {
        expectProblem(await call(sample, { body: file, headers: { 'content-type': type } }), [413]);
        expectProblem(
          await call(sample, { body: new Uint8Array(20), headers: { 'content-type': type } }),
          [400, 403, 422],
        );
      }
      for (const type of ['image/svg+xml', 'application/zip', 'text/html', 'application/octet-stream']) {
        expectProblem(await call(sample, { body: new Uint8Array(20), headers: { 'content-type': type } }), [415]);
      }
      expectProblem(await call(sample, { body: JSON.stringify({ a: 1 }) }), [400]);
      expectProblem(await call(sample), [400, 415]);
    },
    30_000,
  );

  it.each(Object.entries(PLAIN_ROUTES).map(([name, { path }]) => [name, path] as const))(
    '%s refuses an unknown field',
    async (name, path) => {
      const policy: RoutePolicy = ROUTE_POLICIES[name as keyof typeof ROUTE_POLICIES];
      const as = typeof policy.roles === 'string' ? {} : { as: tokens.get(policy.roles[0] as RoleName) ?? '' };
      const sound = path.replace('{scope}', 'agency:6');
      expectProblem(await http.call('GET', `${sound}?inattendu=1`, as), [400]);
      expectProblem(await http.call('GET', `${sound}?__proto__=1`, as), [400], 'json-forbidden-key');
      if (typeof policy.roles !== 'string') {
        expectProblem(await http.call('GET', sound), [401], 'invalid-token');
        expectProblem(await http.call('GET', sound, { as: tokens.get('administrator') ?? '' }), [403], 'no-right');
      }
    },
  );

  it('answers an address or a method that does not exist', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/v1'],
      ['GET', '/v2/health'],
      ['DELETE', '/v1/commands'],
      ['POST', '/v1/health'],
      ['GET', '/v1/commands/../health/x'],
      ['TRACE', '/v1/me'],
    ] as const) {
      if (method === 'TRACE') continue;
      expectProblem(await http.call(method, path), [404], 'unknown-route');
    }
  });
});
