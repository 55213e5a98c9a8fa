import { Alert, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { revealedContactSchema } from '../../../contract/app/sheets.ts';
import { REVEAL_REASON_LABELS, REVEAL_REASONS } from '../../../contract/domain/reveal-reason.ts';
import { useAct } from '../../data/use-act.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { FactList } from '../../ui/fact-list.tsx';

type Contact = z.infer<typeof revealedContactSchema>;

interface RevealContactProps {
  readonly candidateId: string;
  readonly missionId: string | null;
}

/**
 * Contact details for one of the five listed reasons, journaled by the service (DOMAIN §4.10). They live in this part of
 * the page only: another person, another mission or another window asks again.
 */
export function RevealContact({ candidateId, missionId }: RevealContactProps) {
  const [reason, setReason] = useState('');
  const [contact, setContact] = useState<Contact | null>(null);
  const { run, busy, fault } = useAct();
  const reveal = async () => {
    const shown = await run((client) => client.candidates.revealContact({ id: candidateId, missionId, reason }));
    if (shown !== null) setContact(shown);
  };
  if (contact !== null) {
    return (
      <section aria-label={FR.candidates.revealed} aria-live="polite">
        <FactList
          facts={[
            [
              FR.candidates.phone,
              <a key="phone" className="dk-link" href={`tel:${contact.phone}`}>
                {contact.phone}
              </a>,
            ],
            [
              FR.candidates.email,
              <a key="email" className="dk-link" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>,
            ],
            [FR.candidates.message, contact.message ?? FR_WINDOWS.candidate.noMessage],
          ]}
        />
        <Button variant="default" mt="xs" onClick={() => setContact(null)}>
          {FR_WINDOWS.candidate.hide}
        </Button>
      </section>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason !== '') void reveal();
      }}
    >
      <NativeSelect
        size="xs"
        label={FR.candidates.revealReason}
        description={FR_WINDOWS.candidate.askReveal}
        value={reason}
        data={[
          { value: '', label: FR.none },
          ...REVEAL_REASONS.map((code) => ({ value: code, label: REVEAL_REASON_LABELS[code] })),
        ]}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" mt="xs" disabled={reason === ''} loading={busy}>
        {FR.candidates.reveal}
      </Button>
      {fault !== null && (
        <Alert color="marianne" role="alert" mt="xs" title={fault.sentence}>
          {fault.advice}
        </Alert>
      )}
    </form>
  );
}
