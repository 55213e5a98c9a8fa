import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../data/use-act.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { AgreementFields } from './agreement-fields.tsx';
import type { ExportDraft } from './export-draft.ts';
import { firstDraft, formOf, missingOf, sealOf } from './export-draft.ts';
import { PurposeFields, ScopeFields, SealFields } from './export-fields.tsx';
import { ExportProgress } from './export-progress.tsx';

const { export: WORDS, agreement: AGREEMENT } = FR_SNAPSHOTS;

interface ExportPanelProps {
  readonly agency: number | null;
  readonly today: string;
  readonly series: readonly { readonly id: string; readonly name: string }[];
  readonly mayNominative: boolean;
}

/** D8: scope, content, purpose, recipients and expiry are asked; pseudonymised unless a second person agrees. */
export function ExportPanel({ agency, today, series, mayNominative }: ExportPanelProps) {
  const { run, busy, fault } = useAct();
  const [draft, setDraft] = useState<ExportDraft>(() => firstDraft(agency, today));
  const [agreement, setAgreement] = useState('');
  const [exportId, setExportId] = useState<string | null>(null);
  const change = (patch: Partial<ExportDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const missing = missingOf(draft, agreement.trim() !== '');
  const start = async () => {
    const given = draft.nominative ? agreement.trim() : null;
    const answer = await run((client) =>
      client.snapshots.start({ form: formOf(draft), seal: sealOf(draft), agreement: given }),
    );
    if (answer === null) return;
    setExportId(answer.exportId);
    setDraft((before) => ({ ...before, passphrase: '' }));
  };
  if (exportId !== null) return <ExportProgress exportId={exportId} onDone={() => setExportId(null)} />;
  return (
    <>
      <div className="dk-boxes">
        <section className="dk-box" aria-label={WORDS.what}>
          <h2>{WORDS.what}</h2>
          <ScopeFields draft={draft} onChange={change} />
        </section>
        <section className="dk-box" aria-label={WORDS.who}>
          <h2>{WORDS.who}</h2>
          <PurposeFields draft={draft} onChange={change} series={series} mayNominative={mayNominative} />
        </section>
        <section className="dk-box" aria-label={WORDS.seal}>
          <h2>{WORDS.seal}</h2>
          <SealFields draft={draft} onChange={change} />
        </section>
        {draft.nominative && (
          <section className="dk-box" aria-label={AGREEMENT.title}>
            <h2>{AGREEMENT.title}</h2>
            <AgreementFields draft={draft} agreement={agreement} onChange={setAgreement} />
          </section>
        )}
      </div>
      <Group mt="md">
        <Button loading={busy} disabled={missing.length > 0} onClick={() => void start()}>
          {WORDS.start}
        </Button>
        <span className="dk-quiet" aria-live="polite">
          {missing.length > 0 ? `${WORDS.missing}${missing.join(', ')}.` : ''}
        </span>
        {fault !== null && <span role="alert">{fault.sentence}</span>}
      </Group>
    </>
  );
}
