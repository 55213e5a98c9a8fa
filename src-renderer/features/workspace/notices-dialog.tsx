import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import type { Notice } from '../../../contract/app/workspace-contract.ts';
import { useDesk } from '../../data/desk-context.ts';
import { useLive } from '../../data/use-live.ts';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QuietHoursForm } from './quiet-hours-form.tsx';

const { notices: words } = FR_WORKSPACE;

const TONES: Readonly<Record<Notice['kind'], Tone>> = {
  alert: 'success',
  conflict: 'danger',
  refused: 'danger',
  blocked: 'warning',
  'hand-over': 'info',
  storage: 'danger',
  session: 'warning',
  other: 'neutral',
};

/** What the workstation told, newest first; seeing the list is reading it. */
export function NoticesDialog({ onClose }: { onClose(): void }) {
  const { client } = useDesk();
  const told = useLive('notices', (desk) => desk.workspace.notices.list(), ['notices']);
  useEffect(
    () => () => {
      client.workspace.notices.markRead().catch(() => undefined);
    },
    [client],
  );
  return (
    <Modal opened onClose={onClose} size={620} title={<strong>{words.title}</strong>}>
      {told.value === null ? (
        <LoadingLines label={FR.loading} count={4} />
      ) : (
        <>
          {told.value.notices.length === 0 && <p className="dk-quiet">{words.none}</p>}
          <ul className="dk-list" aria-label={words.title}>
            {told.value.notices.map((notice) => (
              <li key={notice.id} className="dk-notice">
                <Pill tone={TONES[notice.kind]}>{words.kinds[notice.kind] ?? notice.kind}</Pill>{' '}
                <strong>{notice.title}</strong> <span className="dk-quiet">{formatMoment(notice.at)}</span>{' '}
                {!notice.read && <Pill tone="info">{words.unread}</Pill>}
                <p>{notice.body}</p>
                {notice.quiet && <p className="dk-quiet">{words.quiet}</p>}
              </li>
            ))}
          </ul>
          <QuietHoursForm key={JSON.stringify(told.value.quietHours)} hours={told.value.quietHours} />
        </>
      )}
    </Modal>
  );
}
