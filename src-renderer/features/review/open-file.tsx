import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { OpenedReview } from '../../../contract/app/snapshot-contract.ts';
import { useDesk } from '../../data/desk-context.ts';
import { useAct } from '../../data/use-act.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { openReceived, sendFile } from './send-file.ts';

const { review: WORDS } = FR_SNAPSHOTS;
const ASKS_KEY: ReadonlySet<string> = new Set(['key-needed', 'wrong-key']);

/** Where a snapshot is dropped or chosen; a refusal says its cause, and that nothing was opened. */
export function OpenFile({ onOpened }: { onOpened(): void }) {
  const { run, busy, fault } = useAct();
  const [passphrase, setPassphrase] = useState('');
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<Extract<OpenedReview, { opened: false }> | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const { client } = useDesk();
  const tell = (answer: OpenedReview | null, fileId: string) => {
    setRefusal(answer?.opened === false ? answer : null);
    // Another key may open it: the file need not be chosen again.
    setHeld(answer?.opened === false && ASKS_KEY.has(answer.code) ? fileId : null);
    if (answer?.opened !== true) return;
    setPassphrase('');
    onOpened();
  };
  const tellNow = useRef(tell);
  tellNow.current = tell;
  const open = async (file: File) => {
    setName(file.name);
    setRefusal(null);
    const sent = await run(async (desk) => {
      const fileId = await sendFile(desk, file);
      return { fileId, answer: await openReceived(desk, fileId, passphrase) };
    });
    if (sent !== null) tell(sent.answer, sent.fileId);
  };
  const again = async (fileId: string) => tell(await run((desk) => openReceived(desk, fileId, passphrase)), fileId);
  useEffect(() => {
    // A double click or the command line brought a file.
    client.reviews
      .offered()
      .then(async (offered) => {
        if (offered === null) return;
        setName(offered.name);
        tellNow.current(await openReceived(client, offered.fileId, ''), offered.fileId);
      })
      .catch(() => undefined);
  }, [client]);
  return (
    <Stack gap="sm">
      <FileDrop
        label={WORDS.drop}
        reading={WORDS.opening(name)}
        busy={busy}
        choose={WORDS.choose}
        accept=".renfort"
        onFile={(file) => void open(file)}
        layout={(button) => (
          <Group justify="center" align="end">
            <PasswordInput
              size="xs"
              label={WORDS.passphrase}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && held !== null && passphrase !== '') void again(held);
              }}
              w={280}
              autoComplete="off"
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
            {button}
          </Group>
        )}
      />
      {refusal !== null && (
        <Alert color="marianne" role="alert" title={WORDS.refused} data-code={refusal.code}>
          {name} : {refusal.message} {held === null ? WORDS.refusedAdvice : ''}
          {held !== null && (
            <Button mt="xs" loading={busy} disabled={passphrase === ''} onClick={() => void again(held)}>
              {WORDS.withPassphrase}
            </Button>
          )}
        </Alert>
      )}
      {fault !== null && (
        <Alert color="marianne" role="alert" title={fault.sentence}>
          {fault.advice ?? WORDS.refusedAdvice}
        </Alert>
      )}
    </Stack>
  );
}
