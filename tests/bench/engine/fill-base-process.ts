/** Fills a base in a process of its own, so that its memory is not counted as the engine's. */
import { fillBase } from '../engine-rows.ts';
import { openBenchStore } from './open-image.ts';

const [folder = '', candidates = '0', missions = '0'] = process.argv.slice(2);
const store = openBenchStore(folder);
fillBase(store, { candidates: Number(candidates), missions: Number(missions) });
store.close();
