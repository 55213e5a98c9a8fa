import { STYLE_NONCE } from './security/trusted-types.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import 'mantine-datatable/styles.layer.css';
import './ui/tones.css';
import './ui/desk.css';
import './ui/grid/grid.css';
import './ui/snapshots.css';
import './features/workspace/workspace.css';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import type { Connection } from '../contract/app/connection.ts';
import { createChangeFeed, joinFeeds } from './data/change-feed.ts';
import { createDeskClient } from './data/desk-client.ts';
import { DeskContext } from './data/desk-context.ts';
import { createPinnableSelection } from './data/pinnable-selection.ts';
import { createSelectionStore } from './data/selection-store.ts';
import { createWindowActsStore } from './data/window-acts.ts';
import { createWindowSearchStore } from './data/window-search.ts';
import { DESK_THEME, DESK_VARIABLES } from './ui/theme.ts';
import { DeskWindow } from './windows/desk-window.tsx';
import { FaultScreen } from './windows/fault-screen.tsx';

declare global {
  interface Window {
    /** Given by the preload: the page's only way out. */
    readonly renfort?: Connection;
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function start(root: HTMLElement, connection: Connection): void {
  const client = createDeskClient(connection);
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const shared = createSelectionStore(
    () => client.selection.follow(),
    (next) => client.selection.change(next),
    wait,
  );
  const desk = {
    client,
    changes: joinFeeds([
      createChangeFeed(() => client.sync.changes(), wait),
      createChangeFeed(() => client.workspace.changes(), wait),
    ]),
    selection: createPinnableSelection(shared, (subject) => quietly(client.workspace.windows.pin({ subject }))),
    acts: createWindowActsStore(),
    search: createWindowSearchStore(),
  };
  createRoot(root).render(
    <MantineProvider
      theme={DESK_THEME}
      cssVariablesResolver={DESK_VARIABLES}
      defaultColorScheme="auto"
      getStyleNonce={() => STYLE_NONCE}
    >
      <FaultScreen>
        <DeskContext value={desk}>
          <DeskWindow />
        </DeskContext>
      </FaultScreen>
    </MantineProvider>,
  );
}

const root = document.getElementById('root');
if (root !== null && window.renfort !== undefined) start(root, window.renfort);
else if (root !== null) root.textContent = 'Cette page ne s’ouvre que dans le poste de régulation.';
