/** The published contract: complete, and sound in the eyes of a public linter. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoutePolicy } from '../../contract/national/policy.ts';
import { ROUTE_POLICIES } from '../../contract/national/policy.ts';
import { PLAIN_ROUTES } from '../../contract/national/routes/plain-routes.ts';
import { contractRoutes } from '../../national-api/http/contract-routes.ts';
import { openApiDocument } from '../../national-api/http/openapi-document.ts';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const REDOCLY = join(import.meta.dirname, '../../node_modules/@redocly/cli/bin/cli.js');
const routes = [
  ...contractRoutes(),
  ...Object.entries(PLAIN_ROUTES).map(([name, { method, path }]) => ({ name, method, path })),
];

describe('the published OpenAPI document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'renfort-openapi-'));
  let paths: Paths = {};
  let text = '';
  beforeAll(async () => {
    const document = await openApiDocument();
    paths = document.paths as unknown as Paths;
    text = JSON.stringify(document);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('passes the recommended rules of a public linter without error nor warning', async () => {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, text);
    const lint = promisify(execFile)(
      process.execPath,
      [REDOCLY, 'lint', file, '--extends=recommended', '--format=json'],
      {
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    );
    const { stdout } = await lint.catch((failure: { stdout: string }) => failure);
    const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { totals: unknown; problems: unknown[] };
    expect(report.problems).toEqual([]);
    expect(report.totals).toMatchObject({ errors: 0, warnings: 0 });
  });

  it.each(routes)('holds $name with its words, its session and its problems', ({ name, method, path }) => {
    const operation = paths[path]?.[method.toLowerCase()];
    const policy: RoutePolicy = ROUTE_POLICIES[name as keyof typeof ROUTE_POLICIES];
    expect(operation?.summary).toMatch(/\S+ \S+/);
    expect(operation?.tags).toHaveLength(1);
    expect(operation?.security).toEqual(typeof policy.roles === 'string' ? [] : [{ session: [] }]);
    const statuses = Object.keys(operation?.responses ?? {});
    expect(statuses).toEqual(expect.arrayContaining(['400', '429', '500']));
    if (typeof policy.roles !== 'string') expect(statuses).toEqual(expect.arrayContaining(['401', '403']));
    for (const status of statuses.filter((one) => Number(one) >= 400)) {
      expect(Object.keys(operation?.responses[status]?.content ?? {})).toEqual(['application/problem+json']);
    }
    if (method !== 'GET') expect(Object.keys(operation?.requestBody?.content ?? {}).length).toBeGreaterThan(0);
  });

  it('names each operation once and holds no route that the contract does not', () => {
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({ key: `${method} ${path}`, operationId })),
    );
    expect(operations.map(({ key }) => key).sort()).toEqual(
      routes.map(({ method, path }) => `${method.toLowerCase()} ${path}`).sort(),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('has a policy for every route and no policy for a route that is gone', () => {
    const policies = Object.keys(ROUTE_POLICIES).filter((name) => !name.startsWith('identity.'));
    expect(policies.sort()).toEqual(routes.map(({ name }) => name).sort());
  });
});
