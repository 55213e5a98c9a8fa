/** The engine's memory at its highest: a base is opened, its image built, every mission derived, a few pages asked. */
import { execFile } from 'node:child_process';
import { resourceUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { answerPage } from '../../../src-main/engine/queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES } from '../../../src-main/engine/rows/make-images.ts';
import { spareMemory } from '../../../src-main/engine/spare-memory.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import type { BenchCase } from '../bench-case.ts';
import { timed } from '../bench-case.ts';
import { drawQuestion } from '../engine/draw-question.ts';
import { buildImage, openBenchStore, rowsOf } from '../engine/open-image.ts';

const FILLER = fileURLToPath(new URL('../engine/fill-base-process.ts', import.meta.url));
const PAGES = 100;
const BUDGET_MB = 350;

export const engineMemory: BenchCase = async (input) => {
  const { candidates, missions } = rowsOf(input);
  await promisify(execFile)(process.execPath, [FILLER, input.folder, String(candidates), String(missions)]);
  spareMemory();
  const { milliseconds } = await timed(async () => {
    const store = openBenchStore(input.folder);
    const { image } = await buildImage(store);
    image.deriveAll();
    const random = randomFrom(7);
    for (let page = 0; page < PAGES; page += 1) {
      answerPage(image.candidates.image, CANDIDATE_ROW_NAMES, drawQuestion(random).query);
    }
    image.stop();
    store.close();
  });
  // Kibibytes on Linux and macOS.
  const peak = resourceUsage().maxRSS / 1_024;
  return {
    milliseconds,
    count: candidates + missions,
    figures: [{ label: 'Mémoire du moteur, au plus haut', value: peak, unit: 'Mo', budget: BUDGET_MB }],
  };
};
