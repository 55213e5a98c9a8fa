import { Alert, Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { REVEAL_REASON_LABELS, REVEAL_REASONS } from '../../../contract/domain/reveal-reason.ts';
import { holdsRight } from '../../data/holds-right.ts';
import { useAct } from '../../data/use-act.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';

interface RevealDocumentProps {
  readonly candidate: TableRow;
  readonly missionId: string | null;
}

const WORDS = FR_WINDOWS.candidate;
const KINDS = [
  { kind: 'identity', column: 'identityDocument', label: WORDS.saveIdentity },
  { kind: 'diploma', column: 'diploma', label: WORDS.saveDiploma },
] as const;

/** F74 the person's documents, for a listed reason that the service journals; saved by the host, shown by no page. */
export function RevealDocument({ candidate, missionId }: RevealDocumentProps) {
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const { run, busy, fault } = useAct();
  const person = useSyncState().value?.person ?? null;
  const there = KINDS.filter(({ column }) => Number(candidate[column]) === 1);
  if (there.length === 0) return <p className="dk-quiet">{FR.candidates.noDocument}</p>;
  const mayRead = holdsRight(person, 'read-documents');
  if (!mayRead) return <p className="dk-quiet">{WORDS.noDocumentRight}</p>;
  const save = async (kind: (typeof KINDS)[number]['kind']) => {
    setSaid(null);
    const candidateId = String(candidate['id'] ?? '');
    const done = await run(async (client) => {
      const { fileId, fileName } = await client.documents.reveal({ candidateId, missionId, kind, reason });
      return { fileName, ...(await client.files.saveMade({ fileId })) };
    });
    if (done !== null) setSaid(done.saved ? WORDS.documentSaved(done.fileName) : WORDS.documentNotSaved);
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={WORDS.documentReason}
        description={WORDS.documentHelp}
        value={reason}
        data={[
          { value: '', label: FR.none },
          ...REVEAL_REASONS.map((code) => ({ value: code, label: REVEAL_REASON_LABELS[code] })),
        ]}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        {there.map(({ kind, label }) => (
          <Button key={kind} variant="default" disabled={reason === ''} loading={busy} onClick={() => void save(kind)}>
            {label}
          </Button>
        ))}
      </Group>
      <p role="status" className="dk-quiet">
        {said}
      </p>
      {fault !== null && (
        <Alert color="marianne" role="alert" mt="xs" title={fault.sentence}>
          {fault.advice}
        </Alert>
      )}
    </>
  );
}
