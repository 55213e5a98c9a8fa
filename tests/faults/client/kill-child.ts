/**
 * The application as a process that may be killed at any instant: the production store, commands and synchronisation
 * against a service over HTTP. It says on its output each decision that it told the person was kept.
 *
 * Started by kill-campaign.ts with: base file, address of the service, person, token, seed.
 */
import type { Decision } from '../../../contract/app/decision.ts';
import { createDecisionDesk } from '../../../src-main/commands/decision-desk.ts';
import { createNationalClient } from '../../../src-main/national/national-client.ts';
import { openUndiciTransport } from '../../../src-main/national/undici-transport.ts';
import { readBatch } from '../../../src-main/store/outbox/read-outbox.ts';
import { openStore } from '../../../src-main/store/store.ts';
import { createSynchroniser } from '../../../src-main/sync/synchroniser.ts';
import { seededRandom } from '../seeded-random.ts';
import { regulator } from './client-stage.ts';

const [path = '', origin = '', index = '0', token = '', seed = '0', start = '0'] = process.argv.slice(2);
const random = seededRandom(`kill:${seed}`);
const person = regulator(Number(index));
const store = openStore(path, new Uint8Array(32).fill(4), { personId: person.personId });
const clock = () => Number(start) + performance.now();
const client = createNationalClient({
  transport: openUndiciTransport({ origin, proxy: null }),
  token: () => token,
  clock,
});
const synchroniser = createSynchroniser({ store, client, clock, log: () => {}, pinnedKeys: null });
const made = { ids: 0 };
const makeId = (): string => {
  made.ids += 1;
  return `${Number(seed).toString(16).padStart(8, '0')}-0000-7000-8000-${made.ids.toString(16).padStart(12, '0')}`;
};
const desk = createDecisionDesk({ store, person, clock, makeId });

function drawDecision(missions: readonly string[]): [Decision, string[]] {
  const targets = random.chance(0.3) ? [...missions] : [random.pick(missions)];
  if (random.chance(0.4)) return [{ kind: 'note', text: `Note ${seed} ${made.ids}` }, targets];
  return [{ kind: 'set-priority', priority: random.pick(['P1', 'P2', 'P3']), reason: 'Motif donné' }, targets];
}

process.stdout.write('ready\n');
for (;;) {
  const missions = store.statements.rows<{ id: string }>('SELECT id FROM main.mission').map(({ id }) => id);
  if (missions.length > 0 && random.chance(0.7)) {
    const [decision, targets] = drawDecision(missions);
    const { previewId, counts } = desk.preview(decision, targets);
    if (counts.changes > 0) {
      const { batchId } = desk.commit(previewId, 'Motif donné');
      const kept = readBatch(store.statements, batchId).map(({ commandId, input }) => ({ commandId, input }));
      process.stdout.write(`kept ${JSON.stringify(kept)}\n`);
    }
  }
  await synchroniser.step(new AbortController().signal).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, random.below(4)));
}
