import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../data/use-act.ts';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { useFormCheck } from '../../forms/use-form-check.ts';
import { FR } from '../../text/fr.ts';
import { FR_FORMS } from '../../text/fr-forms.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { AgreementFields } from './agreement-fields.tsx';
import type { ExportDraft } from './export-draft.ts';
import { exportErrors, firstDraft, formOf, sealOf } from './export-draft.ts';
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
  const check = useFormCheck(exportErrors(draft, agreement.trim() !== ''));
  const start = async () => {
    if (busy || !check.pass()) return;
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
    <form
      ref={check.frame}
      noValidate
      aria-label={WORDS.title}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div className="dk-boxes">
        <div>
          <section className="dk-box" aria-label={WORDS.what}>
            <h2>{WORDS.what}</h2>
            <ScopeFields draft={draft} onChange={change} errorOf={check.errorOf} />
          </section>
          <section className="dk-box" aria-label={WORDS.seal}>
            <h2>{WORDS.seal}</h2>
            <SealFields draft={draft} onChange={change} errorOf={check.errorOf} />
          </section>
        </div>
        <div>
          <section className="dk-box" aria-label={WORDS.who}>
            <h2>{WORDS.who}</h2>
            <PurposeFields
              draft={draft}
              onChange={change}
              errorOf={check.errorOf}
              series={series}
              mayNominative={mayNominative}
            />
          </section>
          {draft.nominative && (
            <section className="dk-box" aria-label={AGREEMENT.title}>
              <h2>{AGREEMENT.title}</h2>
              <AgreementFields draft={draft} agreement={agreement} check={check} onChange={setAgreement} />
            </section>
          )}
          <div>
            <ErrorSummary check={check} />
            {fault !== null && (
              <Alert color="marianne" role="alert" title={fault.sentence}>
                {fault.advice ?? FR.readingIsSafe}
              </Alert>
            )}
            <Group mt="xs">
              <Button type="submit" loading={busy}>
                {WORDS.start}
              </Button>
              <span className="dk-quiet">{FR_FORMS.legend}</span>
            </Group>
          </div>
        </div>
      </div>
    </form>
  );
}
