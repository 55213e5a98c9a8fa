/**
 * The engine's memory at its highest, in a process that holds what the engine's own holds and nothing of the bench: the
 * whole engine room is imported, a base is opened, its image built, every mission derived, a few pages asked.
 */
import { resourceUsage } from 'node:process';
import { createEngine } from '../../../src-main/engine/create-engine.ts';
import { serveEngine } from '../../../src-main/engine/engine-room.ts';
import { answerPage } from '../../../src-main/engine/queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES } from '../../../src-main/engine/rows/make-images.ts';
import { spareMemory } from '../../../src-main/engine/spare-memory.ts';
import { openUndiciTransport } from '../../../src-main/national/undici-transport.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import { drawQuestion } from './draw-question.ts';
import { buildImage, openBenchStore } from './open-image.ts';

const PAGES = 100;
// As the entry of the engine room does: before anything is made.
spareMemory();
const loaded = [createEngine, serveEngine, openUndiciTransport].length;
const [folder = ''] = process.argv.slice(2);
const start = performance.now();
const store = openBenchStore(folder);
const { image } = await buildImage(store);
image.deriveAll();
const random = randomFrom(7);
for (let page = 0; page < PAGES; page += 1) {
  answerPage(image.candidates.image, CANDIDATE_ROW_NAMES, drawQuestion(random).query);
}
const milliseconds = performance.now() - start;
image.stop();
store.close();
// Kibibytes on Linux and macOS.
process.stdout.write(JSON.stringify({ loaded, milliseconds, peakMegabytes: resourceUsage().maxRSS / 1_024 }));
