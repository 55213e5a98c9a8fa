/**
 * Preloaded by `--import` into a process that runs the true service: plants the changes listed in the JSON file that
 * this module's own address names (`plant-in-process.ts?changes=FILE`).
 */
import { readFileSync } from 'node:fs';
import { plantChanges } from '../service/plant-changes.ts';
import type { SourceChange } from '../service/source-change.ts';

const file = new URL(import.meta.url).searchParams.get('changes');
if (file === null) throw new Error('No changes to plant');
plantChanges(null, JSON.parse(readFileSync(file, 'utf8')) as SourceChange[]);
