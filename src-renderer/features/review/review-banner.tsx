import { useLive } from '../../data/use-live.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel, professionLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';

const { banner: WORDS, review } = FR_SNAPSHOTS;

/** Over every window on a snapshot: what, whose, when, until when, and that it is intact. Nothing in windows on the present. */
export function ReviewBanner() {
  const mine = useLive('reviews.mine', (client) => client.reviews.mine(), []);
  const info = mine.value;
  if (info === null) return null;
  const scope = [
    agencyLabel(info.agency),
    ...info.departements,
    ...info.professions.map((code) => professionLabel(code)),
  ].join(' · ');
  return (
    <section className="dk-banner" data-tone={info.isExpired ? 'warning' : undefined} aria-label={WORDS.label}>
      <strong>{WORDS.text(info)}</strong>
      <span>{scope}</span>
      <span title={review.signedBy(info)}>
        <Pill tone="success">{WORDS.proved(info.signer.owner)}</Pill>
      </span>
      <Pill tone={info.nominative ? 'danger' : 'neutral'}>
        {info.nominative ? WORDS.nominative : WORDS.pseudonymised}
      </Pill>
      <span className="dk-grow" />
      <span>{info.isExpired ? WORDS.expired(info.expiresAt) : WORDS.until(info.expiresAt)}</span>
    </section>
  );
}
