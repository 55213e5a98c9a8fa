/** What the bench was asked for, from its command line. Pure: what is wrong is told in French, nothing is started. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { NATION_SIZES } from '../../national-api/nation/nation-size.ts';
import { DATABASE_KINDS } from './bench-case.ts';
import type { CaseName } from './cases.ts';
import { CASE_NAMES } from './cases.ts';

const optionsSchema = z.strictObject({
  size: z.enum(NATION_SIZES, `Taille inconnue : choisissez parmi ${NATION_SIZES.join(', ')}.`),
  rounds: z.coerce
    .number('Le nombre de passages s’écrit en chiffres.')
    .int('Le nombre de passages est un entier.')
    .min(1, 'Il faut un passage au moins.')
    .max(50, 'Cinquante passages au plus.'),
  database: z.enum(DATABASE_KINDS, `Base inconnue : choisissez parmi ${DATABASE_KINDS.join(', ')}.`).optional(),
  json: z.string().optional(),
  scale: z.coerce
    .number('L’échelle s’écrit en chiffres.')
    .positive('L’échelle est plus grande que zéro.')
    .max(1, 'L’échelle est 1 au plus.'),
});

export type BenchOptions = z.infer<typeof optionsSchema> & {
  /** The cases to measure, in the order of the bench; the generation is always run, since all others stand on it. */
  readonly only: ReadonlySet<CaseName>;
};

/** What was asked makes no sense; the message is for a person. */
export class OptionsFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OptionsFault';
  }
}

function readCases(asked: string | undefined): ReadonlySet<CaseName> {
  if (asked === undefined) return new Set(CASE_NAMES);
  const names = asked
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const isKnown = (name: string): name is CaseName => (CASE_NAMES as readonly string[]).includes(name);
  const unknown = names.filter((name) => !isKnown(name));
  if (unknown.length > 0 || names.length === 0) {
    const wrong = names.length === 0 ? 'aucune mesure n’est nommée' : `« ${unknown.join(' », « ')} » n’existe pas`;
    throw new OptionsFault(`--only : ${wrong}. Les mesures sont ${CASE_NAMES.join(', ')}.`);
  }
  return new Set<CaseName>(['generation', ...names.filter(isKnown)]);
}

function parse(line: readonly string[]) {
  try {
    return parseArgs({
      args: [...line],
      options: {
        size: { type: 'string', default: 'region' },
        rounds: { type: 'string', default: '3' },
        database: { type: 'string' },
        json: { type: 'string' },
        only: { type: 'string' },
        // A fraction of the size, to try the bench itself.
        scale: { type: 'string', default: '1' },
      },
    }).values;
  } catch {
    throw new OptionsFault('Options connues : --size, --rounds, --database, --only, --json, --scale.');
  }
}

/**
 * @throws OptionsFault
 * @example readOptions(['--size', 'nation', '--only', 'raw-floor,first-sync-stream'])
 */
export function readOptions(line: readonly string[]): BenchOptions {
  const { only, ...values } = parse(line);
  const read = optionsSchema.safeParse(values);
  if (!read.success) throw new OptionsFault(read.error.issues.map(({ message }) => message).join(' '));
  return { ...read.data, only: readCases(only) };
}
