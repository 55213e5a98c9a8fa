/** Entry of a case's own process: input as JSON in the first argument, one JSON line out. */
import { resourceUsage } from 'node:process';
import { z } from 'zod';
import { NATION_SIZES } from '../../national-api/nation/nation-size.ts';
import { DATABASE_KINDS } from './bench-case.ts';
import type { CaseName } from './cases.ts';
import { CASE_NAMES, CASES } from './cases.ts';

const inputSchema = z.strictObject({
  name: z.enum(CASE_NAMES as [CaseName, ...CaseName[]]),
  database: z.enum(DATABASE_KINDS),
  address: z.string(),
  folder: z.string(),
  size: z.enum(NATION_SIZES),
  scale: z.number(),
  round: z.int(),
});

const input = inputSchema.parse(JSON.parse(process.argv[2] ?? ''));
const measure = await CASES[input.name].run(input);
const { name, database, round } = input;
// Kibibytes on Linux and macOS.
const peakMegabytes = Math.round(resourceUsage().maxRSS / 1_024);
process.stdout.write(`${JSON.stringify({ name, database, round, peakMegabytes, ...measure })}\n`);
