import { Alert, Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Compared, ReviewInfo } from '../../../contract/app/snapshot-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { formatMoment } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { ComparisonView } from './comparison-view.tsx';

const { compare: WORDS, review } = FR_SNAPSHOTS;
const NOW = 'now';

const labelOf = (info: ReviewInfo) =>
  `${review.what(info)} · ${formatMoment(info.takenAt)}${info.series === null ? '' : ` · ${info.series}`}`;

/** Two of the open snapshots, or one with now. */
export function ComparePanel({ reviews }: { readonly reviews: readonly ReviewInfo[] }) {
  const { run, busy, fault } = useAct();
  const oldest = reviews.toSorted((left, right) => (left.takenAt < right.takenAt ? -1 : 1));
  const [before, setBefore] = useState(oldest[0]?.reviewId ?? '');
  const [after, setAfter] = useState(oldest[1]?.reviewId ?? NOW);
  const [answer, setAnswer] = useState<Compared | null>(null);
  if (reviews.length === 0) return <StatePanel title={WORDS.nothingYet} />;
  const choices = oldest.map((info) => ({ value: info.reviewId, label: labelOf(info) }));
  const compare = async () => {
    const told = await run((client) => client.reviews.compare({ before, after: after === NOW ? null : after }));
    setAnswer(told);
  };
  return (
    <>
      <Group align="end" mb="md">
        <NativeSelect
          size="xs"
          label={WORDS.before}
          data={choices}
          value={before}
          onChange={(event) => setBefore(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={WORDS.after}
          data={[...choices, { value: NOW, label: WORDS.now }]}
          value={after}
          onChange={(event) => setAfter(event.currentTarget.value)}
        />
        <Button loading={busy} disabled={before === after} onClick={() => void compare()}>
          {WORDS.run}
        </Button>
      </Group>
      {fault !== null && (
        <Alert color="marianne" role="alert">
          {fault.sentence}
        </Alert>
      )}
      {answer?.compared === false && (
        <Alert color="marianne" role="alert">
          {answer.message}
        </Alert>
      )}
      {answer?.compared === true && (
        <ComparisonView key={answer.comparison.comparisonId} comparison={answer.comparison} />
      )}
    </>
  );
}
