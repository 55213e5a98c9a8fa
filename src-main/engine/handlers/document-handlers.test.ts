import { afterEach, describe, expect, it } from 'vitest';
import { entryOf } from '../../../tests/support/desk-rows.ts';
import type { EngineDesk } from '../../../tests/support/engine-desk.ts';
import { openEngineDesk } from '../../../tests/support/engine-desk.ts';
import { NationalFault } from '../../national/national-fault.ts';

const desks: EngineDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const PDF = Buffer.from('%PDF-1.7 invented').toString('base64');
const ASKED = { candidateId: 'c-1', missionId: 'm-1', kind: 'diploma' as const, reason: 'verify-documents' };

async function open(content: string | null) {
  const calls: { path: string; body: unknown }[] = [];
  const desk = await openEngineDesk([entryOf('mission', 'm-1'), entryOf('candidate', 'c-1', { number: 6552 })], {
    exchange: async ({ path, body }) => {
      if (!path.endsWith('/reveal') || content === null) throw new NationalFault('unreachable');
      calls.push({ path, body: JSON.parse(body ?? 'null') });
      const answer = {
        ...{ candidateId: 'c-1', kind: 'diploma', fileName: 'Exemple Dominique.pdf' },
        ...{ mediaType: 'application/pdf', content },
      };
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: (async function* () {
          yield Buffer.from(JSON.stringify(answer));
        })(),
      };
    },
  });
  desks.push(desk);
  return { ...desk, calls };
}

describe('a volunteer’s document', () => {
  it('F74 is asked with its reason for the mission at hand, and kept for main alone', async () => {
    const { client, calls } = await open(PDF);
    const made = await client.documents.reveal(ASKED);
    expect(made).toMatchObject({ fileName: 'diplome-6552.pdf', bytes: 17 });
    expect(calls).toEqual([
      {
        path: '/v1/candidates/c-1/documents/diploma/reveal',
        body: { reason: 'verify-documents', missionId: 'm-1' },
      },
    ]);
    const parts: string[] = [];
    for await (const { part } of await client.control.takeFile({ fileId: made.fileId })) parts.push(part);
    expect(parts.join('')).toBe(PDF);
  });

  it('is asked for no other reason than the listed ones', async () => {
    const { client, calls } = await open(PDF);
    await expect(client.documents.reveal({ ...ASKED, reason: 'curiosity' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(calls).toEqual([]);
  });

  it('is not had offline, and not kept when it is not what it says', async () => {
    await expect((await open(null)).client.documents.reveal(ASKED)).rejects.toMatchObject({
      code: expect.stringMatching(/offline/),
    });
    const hostile = Buffer.from('MZ').toString('base64');
    await expect((await open(hostile)).client.documents.reveal(ASKED)).rejects.toMatchObject({
      code: 'national-refused',
    });
  });
});
