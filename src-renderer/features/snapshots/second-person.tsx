import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ExportForm } from '../../../contract/app/snapshot-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { formatDay } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel, professionLabel } from '../../text/labels.ts';
import { FactList } from '../../ui/fact-list.tsx';

const { agreement: WORDS, contents, purposes, export: EXPORT } = FR_SNAPSHOTS;

interface Read {
  readonly form: ExportForm;
  readonly author: { readonly name: string };
  readonly digest: string;
}

/** A second person reads exactly what would be taken, and signs their agreement to that and nothing else. */
export function SecondPerson() {
  const { run, busy, fault } = useAct();
  const [request, setRequest] = useState('');
  const [read, setRead] = useState<Read | null>(null);
  const [answer, setAnswer] = useState('');
  const look = async () => {
    setAnswer('');
    setRead(await run((client) => client.snapshots.readAgreement({ request })));
  };
  const agree = async () => {
    const given = await run((client) => client.snapshots.agree({ request }));
    if (given !== null) setAnswer(given.agreement);
  };
  return (
    <section className="dk-box" aria-label={WORDS.second}>
      <h2>{WORDS.second}</h2>
      <Stack gap="xs">
        <Textarea
          label={WORDS.paste}
          rows={4}
          value={request}
          onChange={(event) => setRequest(event.currentTarget.value)}
        />
        <Group>
          <Button variant="default" disabled={request.trim() === ''} loading={busy} onClick={() => void look()}>
            {WORDS.read}
          </Button>
          {fault !== null && <span role="alert">{fault.sentence}</span>}
        </Group>
        {read !== null && (
          <>
            <p>
              {WORDS.asks(read.author.name)} ({read.digest})
            </p>
            <FactList facts={factsOf(read.form)} />
            <Group>
              <Button loading={busy} onClick={() => void agree()}>
                {WORDS.agree}
              </Button>
            </Group>
          </>
        )}
        {answer !== '' && <Textarea label={WORDS.answer} readOnly rows={4} value={answer} />}
      </Stack>
    </section>
  );
}

function factsOf(form: ExportForm): readonly (readonly [string, string])[] {
  const place = form.agency === null ? EXPORT.nation : agencyLabel(form.agency);
  return [
    [
      EXPORT.agency,
      [place, ...form.departements, ...form.professions.map((code) => professionLabel(code))].join(' · '),
    ],
    [EXPORT.content, form.content.map((one) => contents[one]).join(', ')],
    [EXPORT.purpose, [purposes[form.purpose], form.purposeText].filter(Boolean).join(' : ')],
    [EXPORT.recipients, form.recipients.join(', ')],
    [EXPORT.expires, formatDay(form.expiresOn)],
  ];
}
