import { Alert, Button, FileButton, Group, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import type { OpenedReview } from '../../../contract/app/snapshot-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { openFile } from './send-file.ts';

const { review: WORDS } = FR_SNAPSHOTS;

/** Where a snapshot is dropped or chosen; a refusal says its cause, and that nothing was opened. */
export function OpenFile({ onOpened }: { onOpened(): void }) {
  const { run, busy, fault } = useAct();
  const [passphrase, setPassphrase] = useState('');
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<Extract<OpenedReview, { opened: false }> | null>(null);
  const open = async (file: File | null | undefined) => {
    if (!file) return;
    setName(file.name);
    setRefusal(null);
    const answer = await run((client) => openFile(client, file, passphrase));
    if (answer?.opened === false) setRefusal(answer);
    if (answer?.opened === true) {
      setPassphrase('');
      onOpened();
    }
  };
  return (
    <Stack gap="sm">
      <section
        aria-label={WORDS.drop}
        className="dk-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void open(event.dataTransfer.files[0]);
        }}
      >
        <p>{busy ? WORDS.opening(name) : WORDS.drop}</p>
        <Group justify="center" align="end">
          <PasswordInput
            label={WORDS.passphrase}
            w={280}
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <FileButton accept=".renfort" onChange={(file) => void open(file)}>
            {(props) => (
              <Button {...props} loading={busy}>
                {WORDS.choose}
              </Button>
            )}
          </FileButton>
        </Group>
      </section>
      {refusal !== null && (
        <Alert color="marianne" role="alert" title={WORDS.refused} data-code={refusal.code}>
          {refusal.message} {WORDS.refusedAdvice}
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
