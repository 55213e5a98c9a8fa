/** The command line of the service, read and refused in French. */
import { parseArgs } from 'node:util';
import { z } from 'zod';

const NATION_SIZES = ['demo', 'region', 'nation'] as const;
const SIMULATIONS = ['off', 'slow', 'fast'] as const;

const argumentsSchema = z.strictObject({
  size: z.enum(NATION_SIZES, { error: `--size : ${NATION_SIZES.join(', ')}.` }),
  seed: z
    .string()
    .regex(/^\d{1,9}$/, { error: '--seed : un nombre entier, de 0 à 999999999.' })
    .transform(Number),
  simulate: z.enum(SIMULATIONS, { error: `--simulate : ${SIMULATIONS.join(', ')}.` }),
  data: z.string({ error: '--data : le dossier des données du service est obligatoire.' }).min(1, {
    error: '--data : le dossier des données du service est obligatoire.',
  }),
  port: z
    .string()
    .regex(/^\d{1,5}$/, { error: '--port : un nombre de 0 à 65535 (0 : un port libre).' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: '--port : un nombre de 0 à 65535 (0 : un port libre).' }),
  host: z.enum(['127.0.0.1', '::1'], { error: '--host : 127.0.0.1 ou ::1, la démonstration ne sort pas du poste.' }),
  database: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, { error: '--database : une adresse postgres://…, ou rien pour SQLite.' })
    .optional(),
  settings: z.string().min(1, { error: '--settings : un fichier JSON de réglages.' }).optional(),
  'verify-journal': z.boolean(),
});
export type ServiceArguments = z.infer<typeof argumentsSchema>;

type ReadArguments =
  | { readonly ok: true; readonly value: ServiceArguments }
  | { readonly ok: false; readonly message: string };

const USAGE =
  'Usage : npm run national -- --data DOSSIER [--size demo|region|nation] [--seed N] [--simulate off|slow|fast] [--port P] [--database postgres://…] [--settings FICHIER] [--verify-journal]';

/** @example readArguments(['--data', '/var/lib/renfort', '--size', 'demo']) */
export function readArguments(argv: readonly string[]): ReadArguments {
  let values: unknown;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        size: { type: 'string', default: 'demo' },
        seed: { type: 'string', default: '1' },
        simulate: { type: 'string', default: 'off' },
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        host: { type: 'string', default: '127.0.0.1' },
        database: { type: 'string' },
        settings: { type: 'string' },
        'verify-journal': { type: 'boolean', default: false },
      },
    }));
  } catch {
    return { ok: false, message: `Argument inconnu ou incomplet.\n${USAGE}` };
  }
  const read = argumentsSchema.safeParse({ ...(values as object) });
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, message: `${read.error.issues.map(({ message }) => message).join('\n')}\n${USAGE}` };
}
