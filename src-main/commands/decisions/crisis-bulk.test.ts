import { afterEach, describe, expect, it } from 'vitest';
import { entryOf } from '../../../tests/support/desk-rows.ts';
import type { EngineDesk } from '../../../tests/support/engine-desk.ts';
import { openEngineDesk } from '../../../tests/support/engine-desk.ts';

const desks: EngineDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const NOBODY = { type: 'ids' as const, ids: [] };

async function open() {
  const desk = await openEngineDesk(
    [
      entryOf('mission', 'm-1'),
      entryOf('crisisMode', '6:aide-soignant', { agency: 6, profession: 'aide-soignant', active: 1, version: 4 }),
    ],
    { role: 'ars-lead' },
  );
  desks.push(desk);
  return desk;
}

const decisionOf = (lines: { agency: number; profession: string | null }[]) => ({
  ...{ kind: 'switch-crisis-modes' as const, lines, active: true, recallContacts: false, reason: 'Afflux' },
});

describe('crisis mode of several lines at once', () => {
  it('F102 D2 switches each line, says which are so already or out of reach, and undoes', async () => {
    const { client } = await open();
    const preview = await client.decisions.preview({
      decision: decisionOf([
        { agency: 6, profession: 'infirmier-diplome-etat' },
        { agency: 6, profession: 'aide-soignant' },
        { agency: 15, profession: null },
      ]),
      targets: NOBODY,
    });
    expect(preview.counts).toEqual({ changes: 1, unchanged: 1, invalid: 1 });
    expect(preview.consequences[0]).toMatch(/^ARS Grand-Est · Infirmier.* : 1 mission perd l'accès direct/);
    const { batchId } = await client.decisions.commit({ previewId: preview.previewId, reason: null });
    const { lines } = await client.crisis.list();
    expect(lines.filter(({ active }) => active).map(({ profession }) => profession)).toEqual([
      'aide-soignant',
      'infirmier-diplome-etat',
    ]);
    expect(await client.decisions.undo({ batchId })).toMatchObject({ withdrawn: 1 });
  });

  it('says which mission is closed, since when, by whom; and tells alike needs apart', async () => {
    const { client, close } = await openEngineDesk([
      entryOf('mission', 'm-1', {
        ...{
          state: 'closed',
          closingReason: 'duplicate',
          closedByName: 'Alix Exemple',
          closedAt: '2020-11-12T08:00:00.000Z',
        },
      }),
      entryOf('mission', 'm-2', { startDate: '2020-12-01', endDate: '2020-12-05' }),
      entryOf('mission', 'm-3', { profession: 'aide-soignant' }),
    ]);
    const { rows } = await client.decisions.preview({
      decision: { kind: 'set-priority', priority: 'P2', reason: null },
      targets: { type: 'ids', ids: ['m-1', 'm-2', 'm-3'] },
    });
    await close();
    expect(rows[0]?.remarks).toEqual([
      'Cette mission est close depuis le 12 nov. 2020, par Alix Exemple (doublon) : elle ne reçoit plus de décision.',
    ]);
    expect(rows.map(({ label }) => label.replace(/^.*\(54\)/, ''))).toEqual([
      ' · du 16 nov. 2020 au 30 nov. 2020, 2 postes',
      ' · du 1 déc. 2020 au 5 déc. 2020, 2 postes',
      '',
    ]);
  });
});
