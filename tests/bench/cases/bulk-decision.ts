/** One decision on a thousand missions: previewed, committed to the local base, then judged by the service. */
import type { BenchCase } from '../bench-case.ts';
import { timed } from '../bench-case.ts';
import type { Figure } from '../figure.ts';
import { openWorkstation, serveNation } from '../workstation.ts';

const MISSIONS = 1_000;
const REASON = 'Mesure du banc';

export const bulkDecision: BenchCase = async (input) => {
  const service = await serveNation(input, 'snapshot');
  const workstation = await openWorkstation(input, service.url);
  try {
    await workstation.step();
    const { store, decisions } = workstation;
    const missions = store.statements
      .rows<{ id: string }>(`SELECT id FROM main.mission WHERE state = 'open' ORDER BY id LIMIT ${MISSIONS}`)
      .map(({ id }) => id);
    const wish = { kind: 'note', text: `Passage ${input.round}` } as const;
    const preview = await timed(async () => decisions.preview(wish, missions));
    const commit = await timed(async () => decisions.commit(preview.result.previewId, REASON));
    const verdicts = await timed(() => workstation.step());
    const open = decisions.report(commit.result.batchId).rows.filter(({ state }) => state !== 'confirmed');
    if (open.length > 0) throw new Error(`${open.length} decisions of the bench were not confirmed`);
    const figure = (label: string, value: number): Figure => ({ label, value, unit: 'ms', budget: null });
    return {
      milliseconds: commit.milliseconds + verdicts.milliseconds,
      count: missions.length,
      figures: [
        figure('Aperçu de 1 000 décisions', preview.milliseconds),
        figure('1 000 décisions gardées au poste', commit.milliseconds),
        figure('Leurs 1 000 verdicts', verdicts.milliseconds),
      ],
    };
  } finally {
    await workstation.close();
    await service.stop();
  }
};
