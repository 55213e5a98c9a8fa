/**
 * The engine's memory at its highest, measured in a process of its own: that of a case holds the whole bench, a solver
 * and a browser's driver beside.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchCase } from '../bench-case.ts';
import { rowsOf } from '../engine/open-image.ts';

const FILLER = fileURLToPath(new URL('../engine/fill-base-process.ts', import.meta.url));
const MEASURE = fileURLToPath(new URL('../engine/measure-memory-process.ts', import.meta.url));
const BUDGET_MB = 350;

const measuredSchema = z.object({ milliseconds: z.number(), peakMegabytes: z.number() });

export const engineMemory: BenchCase = async (input) => {
  const { candidates, missions } = rowsOf(input);
  const run = promisify(execFile);
  await run(process.execPath, [FILLER, input.folder, String(candidates), String(missions)]);
  const { stdout } = await run(process.execPath, [MEASURE, input.folder]);
  const { milliseconds, peakMegabytes } = measuredSchema.parse(JSON.parse(stdout));
  return {
    milliseconds,
    count: candidates + missions,
    figures: [{ label: 'Mémoire du moteur, au plus haut', value: peakMegabytes, unit: 'Mo', budget: BUDGET_MB }],
  };
};
