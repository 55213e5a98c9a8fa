import { Button, Group } from '@mantine/core';
import type { ReviewInfo } from '../../../contract/app/snapshot-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { formatMoment } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel, professionLabel, roleLabel } from '../../text/labels.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Pill } from '../../ui/pill.tsx';

const { review: WORDS, banner, purposes } = FR_SNAPSHOTS;
const WINDOWS = Object.keys(WORDS.windows) as (keyof typeof WORDS.windows)[];

/** One open snapshot: what it says of itself, and the windows that show it. */
export function ReviewCard({ info, onClosed }: { readonly info: ReviewInfo; onClosed(): void }) {
  const { run, fault } = useAct();
  const { reviewId } = info;
  const scope = [
    agencyLabel(info.agency),
    ...info.departements,
    ...info.professions.map((code) => professionLabel(code)),
  ];
  const close = async () => {
    await run((client) => client.reviews.close({ reviewId }));
    onClosed();
  };
  return (
    <article className="dk-box" aria-label={`${WORDS.what(info)} ${formatMoment(info.takenAt)}`}>
      <Group gap="xs" mb={6}>
        <strong>
          {WORDS.what(info)} · {formatMoment(info.takenAt)}
        </strong>
        <Pill tone="success">{WORDS.proved(info.signer.owner, info.signer.keyId)}</Pill>
        {info.isExpired && <Pill tone="warning">{banner.expired(info.expiresAt)}</Pill>}
      </Group>
      <FactList
        facts={[
          [WORDS.author, `${info.author.name} · ${roleLabel(info.author.role)}`],
          [WORDS.signer, WORDS.signedBy(info)],
          [WORDS.scope, scope.join(' · ')],
          [WORDS.purpose, info.purposeText === '' ? purposes[info.purpose] : info.purposeText],
          [
            WORDS.kept,
            info.agreedBy === null ? WORDS.pseudonymised(info.withheld) : WORDS.nominative(info.agreedBy.name),
          ],
          [WORDS.series, info.series ?? WORDS.noSeries],
          [WORDS.until, formatMoment(info.expiresAt)],
        ]}
      />
      <Group gap="xs" mt="sm">
        {WINDOWS.map((window) => (
          <Button
            key={window}
            variant="default"
            onClick={() => void run((client) => client.reviews.show({ reviewId, window }))}
          >
            {WORDS.windows[window]}
          </Button>
        ))}
        <span className="dk-grow" />
        <Button variant="subtle" onClick={() => void close()}>
          {WORDS.close}
        </Button>
      </Group>
      {fault !== null && <p role="alert">{fault.sentence}</p>}
    </article>
  );
}
