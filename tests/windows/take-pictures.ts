/** Draws every window in its states, for people who look: `node tests/windows/take-pictures.ts FOLDER [piece of a name]`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BOARD_PICTURES } from './board-pictures.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES } from './pictures.ts';
import { PICTURES_ACCOUNTS } from './pictures-accounts.ts';
import { PICTURES_BEYOND_QUEUE } from './pictures-beyond-queue.ts';
import { PICTURES_FOLLOW_UP } from './pictures-follow-up.ts';
import { PICTURES_JOURNAL } from './pictures-journal.ts';
import { PICTURES_MAP } from './pictures-map.ts';
import { PICTURES_OF_NATION } from './pictures-of-nation.ts';
import { PICTURES_OF_STATES } from './pictures-of-states.ts';
import { PICTURES_SNAPSHOTS } from './pictures-snapshots.ts';
import { PICTURES_WORKSPACE } from './pictures-workspace.ts';

const [folder = 'build/pictures', piece = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const bench = await startWindowBench();
for (const picture of [
  ...PICTURES,
  ...PICTURES_BEYOND_QUEUE,
  ...PICTURES_MAP,
  ...BOARD_PICTURES,
  ...PICTURES_OF_NATION,
  ...PICTURES_OF_STATES,
  ...PICTURES_WORKSPACE,
  ...PICTURES_SNAPSHOTS,
  ...PICTURES_JOURNAL,
  ...PICTURES_ACCOUNTS,
  ...PICTURES_FOLLOW_UP,
].filter(({ name }) => name.includes(piece))) {
  const opened = await bench.open(picture.scenario, picture.size, picture.dark);
  await opened.page.waitForTimeout(900);
  await picture.before?.(opened.page);
  await opened.page.waitForTimeout(400);
  await writeFile(join(folder, `${picture.name}.png`), await opened.page.screenshot());
  const wrong = [...opened.errors, ...(await opened.violations())];
  process.stdout.write(`${picture.name}${wrong.length === 0 ? '' : `\n  ${wrong.join('\n  ')}`}\n`);
  await opened.close();
}
await bench.stop();
