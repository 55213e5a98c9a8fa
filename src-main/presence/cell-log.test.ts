import { describe, expect, it } from 'vitest';
import type { CellLogEntry } from '../../contract/national/routes/presence-routes.ts';
import { CELL_LOG_PAGE } from '../../contract/national/routes/presence-routes.ts';
import { createCellLog } from './cell-log.ts';

const NOW = Date.parse('2021-03-15T08:00:00.000Z');
const INES = { id: 'ines', name: 'Inès Coquelicot' };

function workstation() {
  const service: CellLogEntry[] = [];
  const told: string[] = [];
  const kept = { text: null as string | null };
  const state = { online: true, me: INES as typeof INES | null, ids: 0, refuses: '' };
  const make = () =>
    createCellLog({
      file: {
        read: async () => kept.text,
        write: async (text) => {
          kept.text = text;
        },
      },
      async read(before) {
        if (!state.online) throw new Error('offline');
        const from = before === null ? 0 : service.findIndex(({ id }) => id === before) + 1;
        return service.slice(from, from + CELL_LOG_PAGE);
      },
      async write(entry) {
        if (!state.online) throw new Error('offline');
        if (entry.id === state.refuses) throw Object.assign(new Error('refused'), { code: 'national-refused' });
        const authorId = state.me?.id ?? '';
        service.unshift({ ...entry, authorId, authorName: state.me?.name ?? '', at: new Date(NOW).toISOString() });
      },
      person: () => state.me,
      clock: () => NOW,
      newId: () => {
        state.ids += 1;
        return `e-${state.ids}`;
      },
      onChanged: () => undefined,
      onHandOver: ({ text }) => told.push(text),
    });
  const handOver = (id: string, authorId: string, at = '2021-03-15T07:50:00.000Z') =>
    service.unshift({ id, kind: 'hand-over', text: `Relève ${id}`, authorId, authorName: authorId, at });
  return { make, service, told, state, handOver };
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));

describe('the cell’s log', () => {
  it('D15 keeps what is written offline, over a restart, and sends it once the service is there', async () => {
    const { make, service, state } = workstation();
    state.online = false;
    const first = make();
    expect(await first.add('call', 'Rappeler Metz à 14 h.')).toMatchObject({ waiting: true, mine: true });
    await first.add('note', 'Deuxième ligne.');
    await breathe();
    expect(first.list()).toMatchObject({ known: false, entries: [{ text: 'Deuxième ligne.' }, { waiting: true }] });
    const second = make();
    await second.restore();
    state.online = true;
    await second.follow(null);
    expect(service.map(({ id }) => id)).toEqual(['e-2', 'e-1']);
    expect(second.list().entries.map(({ id, waiting }) => [id, waiting])).toEqual([
      ['e-2', false],
      ['e-1', false],
    ]);
    await second.follow('e-2');
    expect(service).toHaveLength(2);
  });

  it('sends nothing in another person’s name, and shows nobody another cell’s log', async () => {
    const { make, service, state } = workstation();
    state.online = false;
    const log = make();
    await log.add('note', 'De ma part.');
    state.me = { id: 'camille', name: 'Camille Aubépine' };
    state.online = true;
    await log.follow(null);
    expect([service, log.list()]).toEqual([[], { known: true, more: false, entries: [] }]);
    state.me = null;
    expect([await log.add('note', 'De personne.'), log.list().known]).toEqual([null, false]);
  });

  it('G7 an entry that the service refuses stays seen, and holds no other back', async () => {
    const { make, service, state } = workstation();
    state.refuses = 'e-1';
    const log = make();
    await log.add('note', 'Refusée.');
    await log.add('note', 'Acceptée.');
    await breathe();
    await log.follow(null);
    expect(service.map(({ id }) => id)).toEqual(['e-2']);
    expect(log.list().entries.map(({ id, waiting }) => [id, waiting])).toEqual([
      ['e-1', true],
      ['e-2', false],
    ]);
  });

  it('D15 brings older pages when asked, and keeps them when something new is written', async () => {
    const { make, service } = workstation();
    const write = (number: number) =>
      service.unshift({
        ...{ id: `l-${number}`, kind: 'note', text: 'Ligne', authorId: 'camille', authorName: 'Camille' },
        at: new Date(NOW + number).toISOString(),
      });
    for (let number = 1; number <= CELL_LOG_PAGE + 30; number += 1) write(number);
    const log = make();
    await log.follow('l-230');
    expect([log.list().entries.length, log.list().more]).toEqual([CELL_LOG_PAGE, true]);
    await Promise.all([log.older(), log.older()]);
    expect([log.list().entries.length, log.list().more]).toEqual([CELL_LOG_PAGE + 30, false]);
    write(231);
    await log.follow('l-231');
    const ids = log.list().entries.map(({ id }) => id);
    expect([ids.length, ids[0], ids.at(-1), new Set(ids).size]).toEqual([231, 'l-231', 'l-1', 231]);
    // So much was written meanwhile that the two no longer meet: nothing may be missing between them.
    for (let number = 232; number <= 232 + CELL_LOG_PAGE; number += 1) write(number);
    await log.follow('l-432');
    expect([log.list().entries.length, log.list().more]).toEqual([CELL_LOG_PAGE, true]);
  });

  it('D15 tells the hand-over of somebody else, once, also over a restart, and no old one', async () => {
    const { make, told, handOver } = workstation();
    handOver('old', 'camille', '2021-03-13T07:50:00.000Z');
    const log = make();
    await log.follow('old');
    expect(told).toEqual([]);
    handOver('new', 'camille');
    await log.follow('new');
    await log.follow('new');
    const again = make();
    await again.restore();
    await again.follow('new');
    handOver('mine', 'ines');
    await again.follow('mine');
    expect(told).toEqual(['Relève new']);
  });
});
