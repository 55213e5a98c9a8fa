/** The workspace's part of the double: three windows, two layouts, what was told; all of it changes when asked. */
import { implement } from '@orpc/server';
import type { LayoutLine, Notice, QuietHours, Subject } from '../../../contract/app/workspace-contract.ts';
import { workspaceContract } from '../../../contract/app/workspace-contract.ts';
import type { WorkspaceTopic } from '../../../src-main/windows/workspace-changes.ts';
import { createNews } from './news.ts';

const LAYOUTS: readonly LayoutLine[] = [
  {
    id: 'l-1',
    name: 'Cellule 3 écrans',
    windows: ['Missions', 'Professionnels volontaires', 'Mode crise'],
    displays: 3,
  },
  { id: 'l-2', name: 'Nuit', windows: ['Missions'], displays: 1 },
];

const NOTICES: readonly Notice[] = [
  {
    id: 'n-3',
    at: '2021-03-15T07:52:00.000Z',
    kind: 'alert',
    title: 'Alerte CCS répondue',
    body: 'EHPAD Les Tilleuls (Metz) : « Ouverture aux viviers voisins. »',
    read: false,
    quiet: false,
  },
  {
    id: 'n-2',
    at: '2021-03-15T06:10:00.000Z',
    kind: 'blocked',
    title: 'Professionnels bloqués',
    body: '4 personnes sont contactées depuis plus de 48 heures.',
    read: false,
    quiet: true,
  },
  {
    id: 'n-1',
    at: '2021-03-14T17:31:00.000Z',
    kind: 'conflict',
    title: 'Décision en conflit',
    body: 'Priorité de la mission de la Clinique Exemple.',
    read: true,
    quiet: false,
  },
];

export function createWorkspaceDouble(window: string) {
  const desk = implement(workspaceContract).$context<Record<never, never>>();
  const news = createNews<{ revision: number; topics: WorkspaceTopic[] }>();
  const held = {
    revision: 0,
    layouts: LAYOUTS,
    notices: NOTICES,
    quietHours: null as QuietHours,
    pinned: null as Subject | null,
    closed: [] as string[],
  };
  const tell = (...topics: WorkspaceTopic[]) => {
    held.revision += 1;
    news.tell({ revision: held.revision, topics });
  };
  const lines = () =>
    [
      { id: 'w-1', window, title: 'Cette fenêtre', pinned: held.pinned !== null, mine: true },
      { id: 'w-2', window: 'missions', title: 'Missions (2)', pinned: false, mine: false },
      { id: 'w-3', window: 'candidates', title: 'Professionnels volontaires', pinned: true, mine: false },
    ].filter(({ id }) => !held.closed.includes(id));
  const router = desk.router({
    changes: desk.changes.handler(({ signal }) => news.follow(signal, null)),
    orders: desk.orders.handler(({ signal }) => createNews<{ order: 'help' }>().follow(signal, null)),
    windows: {
      list: desk.windows.list.handler(() => lines()),
      kinds: desk.windows.kinds.handler(() => [
        { window: 'missions', title: 'Missions' },
        { window: 'candidates', title: 'Professionnels volontaires' },
        { window: 'crisis', title: 'Mode crise' },
      ]),
      close: desk.windows.close.handler(({ input }) => {
        held.closed.push(input.id);
        tell('windows');
      }),
      reopen: desk.windows.reopen.handler(() => {
        held.closed.pop();
        tell('windows');
      }),
      show: desk.windows.show.handler(() => undefined),
      pinned: desk.windows.pinned.handler(() => held.pinned),
      pin: desk.windows.pin.handler(({ input }) => {
        held.pinned = input.subject;
        tell('windows');
      }),
    },
    layouts: {
      list: desk.layouts.list.handler(() => [...held.layouts]),
      save: desk.layouts.save.handler(({ input }) => {
        held.layouts = [
          ...held.layouts,
          { id: `l-${input.name}`, name: input.name, windows: ['Missions'], displays: 1 },
        ];
        tell('layouts');
      }),
      apply: desk.layouts.apply.handler(() => undefined),
      rename: desk.layouts.rename.handler(({ input }) => {
        held.layouts = held.layouts.map((one) => (one.id === input.id ? { ...one, name: input.name } : one));
        tell('layouts');
      }),
      remove: desk.layouts.remove.handler(({ input }) => {
        held.layouts = held.layouts.filter(({ id }) => id !== input.id);
        tell('layouts');
      }),
    },
    notices: {
      list: desk.notices.list.handler(() => ({ quietHours: held.quietHours, notices: [...held.notices] })),
      markRead: desk.notices.markRead.handler(() => {
        held.notices = held.notices.map((one) => ({ ...one, read: true }));
        tell('notices');
      }),
      setQuietHours: desk.notices.setQuietHours.handler(({ input }) => {
        held.quietHours = input.quietHours;
        tell('notices');
      }),
    },
  });
  return { router, tell };
}
