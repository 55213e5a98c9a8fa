import { afterEach, describe, expect, it } from 'vitest';
import type { ExportQuestion } from '../../../contract/app/export-contract.ts';
import { entryOf } from '../../../tests/support/desk-rows.ts';
import type { EngineDesk } from '../../../tests/support/engine-desk.ts';
import { openEngineDesk } from '../../../tests/support/engine-desk.ts';
import { saveMade } from '../../rpc/save-made.ts';

const desks: EngineDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const QUERY = { filters: [], search: '', sorts: [], offset: 0, limit: 0 };
const column = (name: string, kind: 'text' | 'number' = 'text') => ({ name, label: name, kind, words: [] });

async function open(): Promise<EngineDesk> {
  const desk = await openEngineDesk([
    entryOf('mission', 'm-1', { city: 'Nancy' }),
    entryOf('mission', 'm-2', { city: 'Metz', note: '=1+1' }),
    entryOf('candidate', 'c-1', { number: 1, lastName: 'Premier' }),
    entryOf('candidate', 'c-2', { number: 2, lastName: 'Second', verification: 'to-verify' }),
    entryOf('candidate', 'c-3', { number: 3, lastName: 'Occupé', engagement: 'assigned' }),
  ]);
  desks.push(desk);
  return desk;
}

/** The text of the file, through the same two steps as the product: engine, then main. */
async function fileOf({ client }: EngineDesk, question: Partial<ExportQuestion>): Promise<[string, string]> {
  const saved: [string, string][] = [];
  const saveFile = async (name: string, content: Uint8Array) => {
    saved.push([name, Buffer.from(content).toString('utf8')]);
    return true;
  };
  const asked = { columns: [column('lastName')], format: 'csv' as const, fileName: 'Essai', ...question };
  for await (const news of await client.exports.make(asked as ExportQuestion)) {
    if (news.step !== 'done') continue;
    expect(await saveMade({ rooms: [{ client } as never], saveFile }, news.fileId)).toEqual({ saved: true });
    await expect(saveMade({ rooms: [{ client } as never], saveFile }, news.fileId)).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  return saved[0] ?? ['', ''];
}

describe('a file of what a table finds', () => {
  it('holds every row that the filters find, in their order', async () => {
    const desk = await open();
    const [name, text] = await fileOf(desk, {
      table: { of: 'missions', query: { ...QUERY, sorts: [{ column: 'city', descending: false }] } },
      columns: [column('city'), column('note'), column('headcount', 'number')],
    });
    expect(name).toBe('essai-2020-11-15.csv');
    expect(text).toBe("\uFEFFcity;note;headcount\r\nMetz;'=1+1;2\r\nNancy;;2\r\n");
  });

  it('F93 holds the candidates of a mission by rank, with their points', async () => {
    const desk = await open();
    const [, text] = await fileOf(desk, {
      table: { of: 'candidates', missionId: 'm-1', query: QUERY },
      columns: [column('rank', 'number'), column('lastName'), column('rankPoints', 'number')],
    });
    expect(text.split('\r\n').slice(1, -1)).toEqual(['1;Premier;50', '2;Second;40']);
    const everybody = await fileOf(desk, { table: { of: 'candidates', missionId: null, query: QUERY } });
    expect(everybody[1].split('\r\n').length).toBe(5);
  });

  it('is not made of an ill-formed question', async () => {
    const desk = await open();
    const query = { ...QUERY, filters: [{ type: 'among' as const, column: 'nothing', values: ['x'] }] };
    await expect(fileOf(desk, { table: { of: 'missions', query } })).rejects.toMatchObject({ code: 'ill-formed' });
    await expect(desk.client.missions.page({ ...query, limit: 5 })).rejects.toMatchObject({ code: 'ill-formed' });
    const flag = { ...QUERY, filters: [{ type: 'flag' as const, column: 'city', value: true }], limit: 5 };
    await expect(desk.client.missions.page(flag)).rejects.toMatchObject({ code: 'ill-formed' });
    await expect(fileOf(desk, { table: { of: 'candidates', missionId: 'm-9', query: QUERY } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
