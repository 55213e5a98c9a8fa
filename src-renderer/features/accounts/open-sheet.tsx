import { Alert } from '@mantine/core';
import { useState } from 'react';
import { filePartsOf } from '../../data/file-parts.ts';
import { useAct } from '../../data/use-act.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import { FileDrop } from '../../ui/file-drop.tsx';

const words = FR_ACCOUNTS.import;
const MOST_NAME = 200;

/** Where the spreadsheet of annex 2 is dropped or chosen; a refusal says its cause, and that nothing was kept. */
export function OpenSheet() {
  const { run, busy, fault } = useAct();
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = async (file: File) => {
    if (busy) return;
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
      <FileDrop
        label={words.drop}
        reading={words.reading(name)}
        busy={busy}
        choose={words.choose}
        accept=".xlsx"
        onFile={(file) => void open(file)}
        layout={(button) => (
          <>
            {button}
            <p className="dk-quiet">{words.how}</p>
          </>
        )}
      />
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
