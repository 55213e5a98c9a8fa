/** Sound inputs for every route, drawn from the contract's own schemas, so that a test can spoil them one by one. */
import { z } from 'zod';
import { nationalContract } from '../../contract/national/routes.ts';
import type { ContractRoute } from '../../national-api/http/contract-routes.ts';
import { contractRoutes } from '../../national-api/http/contract-routes.ts';

type Schema = Readonly<Record<string, unknown>>;

export interface RouteSample {
  readonly route: ContractRoute;
  /** 'proposal.contact' for a command, else ''. */
  readonly variant: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Undefined: the route takes none; a file is null. */
  readonly body: unknown;
  /** What the contract says of a spoilt input. */
  accepts(parts: { params?: object; query?: object; body?: unknown }): boolean;
}

/** A text for each pattern of the contract: a pattern that is new to it must be added here. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$': '0175c9a0-1c00-7000-8000-000000000001',
  '^\\d{4}-\\d{2}-\\d{2}$': '2020-11-20',
  '^[0-9a-f]{64}$': '0'.repeat(64),
  '^(nation|agency:([1-9]|1[0-8]))$': 'agency:6',
  '^(nation|agency:\\d{1,2})$': 'agency:6',
};

function sampleText(schema: Schema): string {
  const { pattern, format, minLength = 0 } = schema as { pattern?: string; format?: string; minLength?: number };
  if (format === 'date-time') return '2020-11-15T08:00:00.000Z';
  if (pattern === undefined) return 'exemple'.padEnd(minLength, 'x');
  const known = PATTERNS[pattern];
  if (known === undefined) throw new Error(`No sample for the pattern ${pattern}`);
  return known;
}

/** A value that the JSON schema accepts. */
function sampleOf(schema: Schema): unknown {
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if ('default' in schema) return schema['default'];
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices)) return sampleOf(choices[0] as Schema);
  switch (schema['type']) {
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => sampleOf(schema['items'] as Schema));
    case 'object':
      return Object.fromEntries(
        Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, part]) => [
          name,
          sampleOf(part),
        ]),
      );
    default:
      throw new Error(`No sample for ${JSON.stringify(schema).slice(0, 200)}`);
  }
}

function jsonSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
}

/** One schema for each kind of command, or the schema itself. */
function variantsOf(schema: Schema): readonly { readonly variant: string; readonly schema: Schema }[] {
  const choices = schema['oneOf'] ?? schema['anyOf'];
  if (!Array.isArray(choices)) return [{ variant: '', schema }];
  return (choices as Schema[]).map((choice) => {
    const kind = (choice['properties'] as Record<string, Schema> | undefined)?.['kind']?.['const'];
    return { variant: typeof kind === 'string' ? kind : '', schema: choice };
  });
}

const asTexts = (value: object): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, String(part)]));

const isFile = (schema: z.ZodType): boolean => schema instanceof z.ZodFile;

function samplesOf(route: ContractRoute): readonly RouteSample[] {
  const [group = '', member = ''] = route.name.split('.');
  const groups = nationalContract as unknown as Record<
    string,
    Record<string, { '~orpc': { inputSchema?: z.ZodObject; route: { inputStructure?: string } } }>
  >;
  const { inputSchema: input, route: details } = groups[group]?.[member]?.['~orpc'] ?? { route: {} };
  if (input === undefined) {
    return [{ route, variant: '', params: {}, query: {}, body: undefined, accepts: () => false }];
  }
  const pathNames = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (details.inputStructure === 'detailed') {
    const { params, query, body } = input.shape as Record<string, z.ZodType>;
    const common = {
      route,
      params: params ? asTexts((sampleOf(jsonSchema(params)) ?? {}) as object) : {},
      query: query && !(query instanceof z.ZodOptional) ? asTexts(sampleOf(jsonSchema(query)) as object) : {},
      accepts: (parts: object) => input.safeParse(parts).success,
    };
    if (body === undefined || isFile(body)) return [{ ...common, variant: '', body: null }];
    return variantsOf(jsonSchema(body)).map(({ variant, schema }) => ({ ...common, variant, body: sampleOf(schema) }));
  }
  const whole = sampleOf(jsonSchema(input)) as Record<string, unknown>;
  const accepts = ({ params = {}, query = {}, body }: { params?: object; query?: object; body?: unknown }) =>
    input.safeParse(route.method === 'GET' ? { ...query, ...params } : body).success;
  if (route.method !== 'GET') return [{ route, variant: '', params: {}, query: {}, body: whole, accepts }];
  const names = Object.keys(whole);
  const pick = (kept: readonly string[]) => asTexts(Object.fromEntries(kept.map((name) => [name, whole[name]])));
  return [
    {
      route,
      variant: '',
      params: pick(names.filter((name) => pathNames.includes(name))),
      query: pick(names.filter((name) => !pathNames.includes(name))),
      body: undefined,
      accepts,
    },
  ];
}

/** Every route of the contract, and every kind of command, with a sound input. */
export function contractSamples(): readonly RouteSample[] {
  return contractRoutes().flatMap(samplesOf);
}

/** The address of a sample, with its query. */
export function addressOf({ route, params, query }: Pick<RouteSample, 'route' | 'params' | 'query'>): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
