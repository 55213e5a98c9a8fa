/** Records of one person, told to those who may merge them: by id and number, never by the address they share. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';

onBothDatabases('duplicates of candidates by HTTP', (kind) => {
  let http: HttpWorld;
  beforeEach(async () => {
    http = await startHttpWorld({ kind });
  });
  afterEach(() => http.dispose());

  it('S42 tells a region its own, the CCS all, and nobody the address', async () => {
    const { world } = http;
    const emailKey = 'dominique@volontaire.example';
    const first = await world.candidate({ emailKey, number: 1 });
    const second = await world.candidate({ emailKey, number: 2, agency: 14 });
    const identifier = { identifierKind: 'rpps', identifier: '10000000001', agency: 14 };
    const third = await world.candidate({ ...identifier, number: 3 });
    const fourth = await world.candidate({ ...identifier, number: 4 });
    const read = async (as: Parameters<HttpWorld['tokenFor']>[0]) => {
      const answer = await http.call('GET', '/v1/candidate-duplicates', { as });
      expect(answer.text).not.toContain('volontaire.example');
      const groups = (answer.json?.['groups'] ?? []) as { by: string; candidates: { id: string }[] }[];
      return groups.map(({ by, candidates }) => [by, ...candidates.map(({ id }) => id)]);
    };
    const byEmail = ['email', first.id, second.id];
    const byNumber = ['identifier', third.id, fourth.id];
    expect(await read(world.regulator(6))).toEqual([byEmail]);
    expect(await read(world.regulator(14))).toEqual([byEmail, byNumber]);
    expect(await read(world.desk())).toEqual([byEmail, byNumber]);
    expect(await read(world.regulator(10))).toEqual([]);
    expect((await http.call('GET', '/v1/candidate-duplicates', { as: world.requester('e') })).status).toBe(403);
  });
});
