import { Button, Stack } from '@mantine/core';
import type { JournalReach, JournalSheet } from '../../../contract/app/journal-contract.ts';
import { useDesk } from '../../data/desk-context.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { useSelection } from '../../data/use-selection.ts';
import { FR } from '../../text/fr.ts';
import { FR_JOURNAL } from '../../text/fr-journal.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { JOURNAL_COLUMNS, JournalStatePill } from './journal-columns.tsx';
import { JOURNAL_TOPICS } from './journal-source.ts';

interface JournalPanelProps {
  readonly id: string | null;
  readonly reach: JournalReach;
  onMission(missionId: string): void;
}

/** One line whole: who, when by both clocks, why, field by field, and what proves it. */
export function JournalPanel({ id, reach, onMission }: JournalPanelProps) {
  const question = id === null ? null : `journal.sheet ${id} ${JSON.stringify(reach)}`;
  const sheet = useLive(question, (client) => client.journal.sheet({ reach, id: id ?? '' }), JOURNAL_TOPICS);
  return (
    <SidePanel label={FR_JOURNAL.panel}>
      {question === null ? (
        <StatePanel title={FR_JOURNAL.nothingLooked} />
      ) : (
        <LiveView live={sheet} question={question}>
          {(value) => <Sheet sheet={value} onMission={onMission} />}
        </LiveView>
      )}
    </SidePanel>
  );
}

const SHOWN = ['actorName', 'role', 'agency', 'at', 'decidedAt', 'confirmedAt', 'reason', 'origin', 'proof'] as const;
const IDENTIFIERS = ['number', 'commandId', 'batchId'] as const;

/** The words of a cell as its column says them. */
function said(sheet: JournalSheet, name: string): readonly [string, string] {
  const column = JOURNAL_COLUMNS.find((one) => one.name === name);
  const value = sheet.row[name] ?? null;
  return [column?.label ?? name, column?.words(value) ?? FR.none];
}

function Sheet({ sheet, onMission }: { readonly sheet: JournalSheet; onMission(missionId: string): void }) {
  const { client } = useDesk();
  const { change: select } = useSelection();
  const { row, fields, message, hash, previousHash } = sheet;
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  const [missionId, candidateId] = [text('missionId'), text('candidateId')];
  const show = (kind: 'mission' | 'candidate', id: string) => {
    select({ subject: { kind, id }, chosen: null });
    const window = kind === 'mission' ? 'missions' : 'candidates';
    client.windows.open({ window, subjectId: null }).catch(() => undefined);
  };
  return (
    <>
      <h2>{row['title']}</h2>
      <div>{row['subjectLabel']}</div>
      <div style={{ margin: '6px 0 10px' }}>
        <JournalStatePill state={String(row['state'] ?? '')} />
      </div>
      <FactList
        facts={SHOWN.filter((name) => row[name] !== null && row[name] !== '').map((name) => said(sheet, name))}
      />
      {message !== null && (
        <>
          <h3>{FR_JOURNAL.answer}</h3>
          <p>{message}</p>
        </>
      )}
      <h3>{FR_JOURNAL.what}</h3>
      {fields.length === 0 ? <p className="dk-quiet">{FR_JOURNAL.unchanged}</p> : <Fields fields={fields} />}
      <Stack gap="xs" my="md" align="stretch">
        {missionId !== null && (
          <Button variant="default" onClick={() => show('mission', missionId)}>
            {FR_JOURNAL.showMission}
          </Button>
        )}
        {missionId !== null && (
          <Button variant="default" onClick={() => onMission(missionId)}>
            {FR_JOURNAL.onlyMission}
          </Button>
        )}
        {candidateId !== null && (
          <Button variant="default" onClick={() => show('candidate', candidateId)}>
            {FR_JOURNAL.showCandidate}
          </Button>
        )}
      </Stack>
      <FactList
        facts={[
          ...IDENTIFIERS.filter((name) => row[name] !== null).map((name) => said(sheet, name)),
          ...(hash === null ? [] : [[FR_JOURNAL.hash, <Hash key="h" text={hash} />] as const]),
          ...(previousHash === null ? [] : [[FR_JOURNAL.previousHash, <Hash key="p" text={previousHash} />] as const]),
        ]}
      />
    </>
  );
}

function Hash({ text }: { readonly text: string }) {
  return (
    <code style={{ overflowWrap: 'anywhere' }} title={text}>
      {text === '' ? FR.none : `${text.slice(0, 16)}…`}
    </code>
  );
}

function Fields({ fields }: { readonly fields: JournalSheet['fields'] }) {
  return (
    <table className="dk-plain">
      <thead>
        <tr>
          <th scope="col">{FR_JOURNAL.field}</th>
          <th scope="col">{FR_JOURNAL.before}</th>
          <th scope="col">{FR_JOURNAL.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{before ?? FR.none}</td>
            <td>{after ?? FR.none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
