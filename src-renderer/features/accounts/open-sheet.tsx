import { Alert, Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { filePartsOf } from '../../data/file-parts.ts';
import { useAct } from '../../data/use-act.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';

const words = FR_ACCOUNTS.import;
const MOST_NAME = 200;

/** Where the spreadsheet of annex 2 is dropped or chosen; a refusal says its cause, and that nothing was kept. */
export function OpenSheet() {
  const { run, busy, fault } = useAct();
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = async (file: File | null | undefined) => {
    if (!file || busy) return;
    setName(file.name);
    setRefusal(null);
    const answer = await run(async ({ accounts: { imports } }) => {
      const fileId = crypto.randomUUID();
      for await (const part of filePartsOf(file)) await imports.receive({ fileId, part });
      return imports.read({ fileId, fileName: file.name.slice(0, MOST_NAME) });
    });
    if (answer?.read === false) setRefusal(answer.message);
  };
  return (
    <div className="dk-sheet-drop">
      <section
        aria-label={words.drop}
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
        <p>{busy ? words.reading(name) : words.drop}</p>
        <FileButton accept=".xlsx" onChange={(file) => void open(file)}>
          {(props) => (
            <Button {...props} loading={busy}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <p className="dk-quiet">{words.how}</p>
      </section>
      {refusal !== null && (
        <Alert color="marianne" role="alert" title={words.refused}>
          {name} : {refusal} {words.refusedAdvice}
        </Alert>
      )}
      {fault !== null && (
        <Alert color="marianne" role="alert" title={fault.sentence}>
          {fault.advice ?? words.refusedAdvice}
        </Alert>
      )}
    </div>
  );
}
