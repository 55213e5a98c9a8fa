import { Button, Modal, UnstyledButton } from '@mantine/core';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { Pill } from '../../ui/pill.tsx';
import { LayoutList } from './layout-list.tsx';

const { windows: words } = FR_WORKSPACE;

/** Every window of the desk: shown, closed, opened; and the named arrangements of them. */
export function WindowsDialog({ onClose }: { onClose(): void }) {
  const { run, fault } = useAct();
  const open = useLive('windows', (client) => client.workspace.windows.list(), ['windows']);
  const kinds = useLive('kinds', (client) => client.workspace.windows.kinds(), []);
  return (
    <Modal opened onClose={onClose} size={680} title={<strong>{words.title}</strong>}>
      {fault !== null && <p role="alert">{fault.sentence}</p>}
      <h3 className="dk-section">{words.open}</h3>
      {open.value === null ? (
        <LoadingLines label={FR.loading} count={3} />
      ) : (
        <ul className="dk-rows">
          {open.value.map(({ id, title, mine, pinned }, index) => (
            <li key={id}>
              <UnstyledButton
                className="dk-link dk-grow"
                style={{ fontSize: 'inherit' }}
                autoFocus={index === 0}
                aria-label={words.focus(title)}
                onClick={() => {
                  onClose();
                  void run((client) => client.windows.focus({ id }));
                }}
              >
                {title}
              </UnstyledButton>
              {mine && <Pill tone="neutral">{words.mine}</Pill>}
              {pinned && <Pill tone="info">{words.pinned}</Pill>}
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words.close(title)}
                onClick={() => void run((client) => client.workspace.windows.close({ id }))}
              >
                {words.closeShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div style={{ marginTop: 8 }}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void run((client) => client.workspace.windows.reopen())}
        >
          {words.reopen}
        </Button>
      </div>
      <h3 className="dk-section">{words.new}</h3>
      <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
        {(kinds.value ?? []).map(({ window, title }) => (
          <Button
            key={window}
            size="compact-sm"
            variant="default"
            onClick={() => {
              onClose();
              void run((client) => client.windows.open({ window, subjectId: null }));
            }}
          >
            {title}
          </Button>
        ))}
      </div>
      <LayoutList onApplied={onClose} />
    </Modal>
  );
}
