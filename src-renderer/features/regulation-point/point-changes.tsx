import { useEffect, useState } from 'react';
import type { Comparison } from '../../../contract/app/snapshot-contract.ts';
import { CHANGE_FIGURE_NAMES, CHANGE_FIGURES } from '../../../contract/domain/snapshot-figure.ts';
import { useDesk } from '../../data/desk-context.ts';
import { faultOf } from '../../data/fault.ts';
import { useLive } from '../../data/use-live.ts';
import { formatNumber } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { FactList } from '../../ui/fact-list.tsx';

const { point: WORDS, compare } = FR_SNAPSHOTS;

/** What changed since the last archived point, counted figure by figure. */
export function PointChanges() {
  const { client } = useDesk();
  const points = useLive('points.list', (desk) => desk.points.list(), []);
  const last = points.value?.[0] ?? null;
  const pointId = last?.pointId ?? null;
  const [told, setTold] = useState<{ comparison: Comparison | null; sentence: string | null }>({
    comparison: null,
    sentence: null,
  });
  useEffect(() => {
    if (pointId === null) return;
    const state = { gone: false, reviewId: '' };
    const look = async () => {
      const opened = await client.points.open({ pointId });
      if (!opened.opened) return { comparison: null, sentence: opened.message };
      state.reviewId = opened.info.reviewId;
      const answer = await client.reviews.compare({ before: state.reviewId, after: null });
      return answer.compared
        ? { comparison: answer.comparison, sentence: null }
        : { comparison: null, sentence: answer.message };
    };
    look()
      .catch((error: unknown) => ({ comparison: null, sentence: faultOf(error).sentence }))
      .then((next) => {
        if (!state.gone) setTold(next);
        // Only the comparison is kept: the point was opened for it.
        if (state.reviewId !== '') client.reviews.close({ reviewId: state.reviewId }).catch(() => undefined);
      });
    return () => {
      state.gone = true;
    };
  }, [client, pointId]);
  if (points.value !== null && last === null) return <p className="dk-quiet">{WORDS.noFormer}</p>;
  const { comparison, sentence } = told;
  if (comparison === null) return <p className="dk-quiet">{sentence ?? WORDS.computing}</p>;
  const counts = new Map<string, number>();
  for (const { figure, count } of comparison.totals) counts.set(figure, (counts.get(figure) ?? 0) + count);
  const facts = CHANGE_FIGURE_NAMES.filter((name) => counts.has(name)).map(
    (name) => [CHANGE_FIGURES[name].label, formatNumber(counts.get(name) ?? 0)] as const,
  );
  return (
    <>
      <p className="dk-quiet">{WORDS.changesOf(comparison.before.takenAt)}</p>
      {facts.length === 0 ? <p>{compare.none}</p> : <FactList facts={facts} />}
    </>
  );
}
