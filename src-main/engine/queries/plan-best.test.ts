import { afterEach, describe, expect, it } from 'vitest';
import { entryOf } from '../../../tests/support/desk-rows.ts';
import type { EngineDesk } from '../../../tests/support/engine-desk.ts';
import { openEngineDesk } from '../../../tests/support/engine-desk.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';

type Entry = ReturnType<typeof entryOf>;
const desks: EngineDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function open(entries: readonly Entry[]): Promise<EngineDesk> {
  const desk = await openEngineDesk(entries);
  desks.push(desk);
  return desk;
}

const previewOf = ({ client }: EngineDesk, ids: readonly string[]) =>
  client.decisions.preview({ decision: { kind: 'propose-best' }, targets: { type: 'ids', ids: [...ids] } });

/** A region drawn from a seed: needs of every shape, people in every state. */
function region(seed: number): readonly Entry[] {
  const random = randomFrom(seed);
  const flag = (): 0 | 1 => random.pick([0, 1]);
  const professions = ['infirmier-diplome-etat', 'aide-soignant'];
  const missions = Array.from({ length: 12 }, (_, index) =>
    entryOf('mission', `m-${index}`, {
      profession: random.pick(professions),
      headcount: random.next(5),
      accepted: 0,
      weekend: flag(),
      vehicle: flag(),
      priority: random.pick(['P1', 'P2', 'none']),
      state: random.pick(['open', 'open', 'closed']),
    }),
  );
  const people = Array.from({ length: 25 }, (_, index) =>
    entryOf('candidate', `c-${index}`, {
      number: index,
      profession: random.pick(professions),
      weekend: flag(),
      vehicle: flag(),
      agency: random.pick([6, 6, 6, 15]),
      availability: random.pick(['available', 'available', 'unavailable']),
      engagement: random.pick(['none', 'none', 'contacted', 'proposed', 'assigned']),
      openProposals: 0,
    }),
  );
  return [...missions, ...people];
}

describe('proposing the best people to many missions', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'F104 holds every wall, nobody twice, within the open posts (seed %i)',
    async (seed) => {
      const desk = await open(region(seed));
      const ids = Array.from({ length: 12 }, (_, index) => `m-${index}`);
      const preview = await previewOf(desk, ids);
      const proposed = preview.rows.filter(({ outcome }) => outcome === 'changes');
      expect(proposed.length).toBe(preview.counts.changes);
      expect(new Set(proposed.map(({ after }) => after)).size).toBe(proposed.length);
      const rows = (await desk.client.missions.page({ filters: [], search: '', sorts: [], offset: 0, limit: 50 })).rows;
      for (const row of rows) {
        const mine = proposed.filter(({ subjectId }) => subjectId === row['id']);
        expect(mine.length).toBeLessThanOrEqual(Number(row['remaining']));
      }
      // What the engine ranks free, the decision's own walls find free too: nothing planned is refused.
      for (const { remarks } of preview.rows.filter(({ outcome }) => outcome === 'invalid')) {
        expect(remarks.join(' ')).toMatch(/Personne de libre|convien|mission est/);
      }
      if (preview.counts.changes === 0) return;
      const { batchId } = await desk.client.decisions.commit({ previewId: preview.previewId, reason: null });
      const again = await previewOf(desk, ids);
      expect(again.counts.changes).toBe(0);
      expect(await desk.client.decisions.undo({ batchId })).toMatchObject({ withdrawn: proposed.length, refused: [] });
    },
  );

  it('F93 serves the most urgent first, best people first, and says who finds nobody and what would help', async () => {
    const desk = await open([
      entryOf('mission', 'm-calm', { headcount: 2 }),
      entryOf('mission', 'm-vital', { headcount: 1, priority: 'P1' }),
      entryOf('mission', 'm-nights', { headcount: 1, weekend: 1, profession: 'aide-soignant' }),
      entryOf('mission', 'm-full', { headcount: 1, proposed: 1 }),
      entryOf('candidate', 'c-good', { number: 1, lastName: 'Premier' }),
      entryOf('candidate', 'c-less', { number: 2, lastName: 'Second', verification: 'to-verify' }),
      entryOf('candidate', 'c-busy', { number: 3, engagement: 'proposed', openProposals: 1 }),
      entryOf('candidate', 'c-weekdays', { number: 4, profession: 'aide-soignant', weekend: 0 }),
    ]);
    const preview = await previewOf(desk, ['m-calm', 'm-vital', 'm-nights', 'm-full', 'm-gone']);
    expect(preview.counts).toEqual({ changes: 2, unchanged: 1, invalid: 2 });
    const by = (id: string) => preview.rows.filter(({ subjectId }) => subjectId === id);
    expect(by('m-vital')).toMatchObject([{ before: 'POURVUE 0/1', after: 'PREMIER Dominique · n° 1 (54)' }]);
    expect(by('m-calm')).toMatchObject([{ after: 'SECOND Dominique · n° 2 (54)' }]);
    expect(by('m-calm')[0]?.remarks.join(' ')).toContain('1 poste reste sans personne.');
    expect(by('m-nights')[0]?.remarks).toEqual([
      'Personne de libre ne correspond.',
      "Une personne écartée par ce seul obstacle : la personne n'est pas disponible le week-end.",
    ]);
    expect(by('m-full')[0]?.remarks[0]).toContain('déjà proposées');
    expect(preview.consequences.join(' ')).toContain('2 personnes passeront EN COURS');
    expect(preview.consequences.join(' ')).toContain('2 postes ne trouvent personne.');
  });
});
