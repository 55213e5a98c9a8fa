import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../data/use-act.ts';
import type { FormCheck } from '../../forms/use-form-check.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import type { ExportDraft } from './export-draft.ts';
import { formOf, requestErrors } from './export-draft.ts';

const { agreement: WORDS } = FR_SNAPSHOTS;

interface AgreementProps {
  readonly draft: ExportDraft;
  readonly agreement: string;
  readonly check: FormCheck;
  onChange(agreement: string): void;
}

/** The demand that leaves to a second person, and the agreement that comes back. */
export function AgreementFields({ draft, agreement, check, onChange }: AgreementProps) {
  const { run, busy, fault } = useAct();
  const [asked, setAsked] = useState<{ request: string; digest: string } | null>(null);
  const ask = async () => {
    if (check.pass(requestErrors(draft)))
      setAsked(await run((client) => client.snapshots.askAgreement({ form: formOf(draft) })));
  };
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="default" loading={busy} onClick={() => void ask()}>
          {WORDS.ask}
        </Button>
        {fault !== null && <span role="alert">{fault.sentence}</span>}
      </Group>
      {asked !== null && (
        <>
          <p>{WORDS.send(asked.digest)}</p>
          <Textarea
            label={WORDS.request}
            readOnly
            rows={3}
            value={asked.request}
            onFocus={(event) => event.target.select()}
          />
        </>
      )}
      <Textarea
        label={WORDS.given}
        required
        data-field="agreement"
        error={check.errorOf('agreement')}
        rows={3}
        value={agreement}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Stack>
  );
}
