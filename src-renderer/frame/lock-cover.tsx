import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Lock } from '../../contract/app/lock-contract.ts';
import { useAct } from '../data/use-act.ts';
import { FR_LOCK } from '../text/fr-lock.ts';

/**
 * Covers a window over whatever it shows, dialogs included, until the person is back. A modal dialog of the page itself:
 * what lies under it can be neither seen, nor reached by keyboard, nor read aloud, and stays as it was.
 */
export function LockCover({ lock }: { readonly lock: Lock }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { run, busy, fault } = useAct();
  useEffect(() => {
    const cover = dialog.current;
    if (cover === null) return;
    const reopen = () => {
      if (lock.locked && !cover.open) cover.showModal();
    };
    if (!lock.locked) cover.close();
    reopen();
    const stay = (event: Event) => event.preventDefault();
    cover.addEventListener('cancel', stay);
    cover.addEventListener('close', reopen);
    return () => {
      cover.removeEventListener('cancel', stay);
      cover.removeEventListener('close', reopen);
    };
  }, [lock.locked]);
  return (
    <dialog ref={dialog} className="dk-lock" aria-labelledby="dk-lock-title">
      {lock.locked && (
        <div className="dk-card">
          <h1 id="dk-lock-title">{FR_LOCK.title}</h1>
          <p>{FR_LOCK.since(lock.since)}</p>
          {lock.person !== null && <p>{FR_LOCK.person(lock.person)}</p>}
          <p>{FR_LOCK.safe}</p>
          <Button loading={busy} onClick={() => void run((client) => client.lock.unlock())}>
            {FR_LOCK.unlock}
          </Button>
          {fault !== null && <p role="alert">{fault.sentence}</p>}
          <p>{FR_LOCK.system}</p>
        </div>
      )}
    </dialog>
  );
}
