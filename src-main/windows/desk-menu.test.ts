import { describe, expect, it } from 'vitest';
import { deskMenu, menuChoice } from './desk-menu.ts';

const WINDOWS = [{ id: 'w-1', window: 'missions', title: 'Missions', pinned: true }];
const LAYOUTS = [{ id: 'l-1', name: 'Cellule 3 écrans', windows: [], displays: 3 }];

describe('the application’s menu', () => {
  it('holds only entries that mean something, each with its own id and its own key', () => {
    const entries = deskMenu(WINDOWS, LAYOUTS).flatMap(({ entries: all }) => all.filter((one) => one !== 'separator'));
    expect(entries.filter(({ id }) => menuChoice(id) === null)).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const keys = entries.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['CmdOrCtrl+K', 'CmdOrCtrl+1', 'CmdOrCtrl+Alt+1', 'F1']));
  });

  it('lists the windows and the named layouts', () => {
    const group = deskMenu(WINDOWS, LAYOUTS).find(({ label }) => label === 'Fenêtres');
    const labels = group?.entries.map((one) => (one === 'separator' ? '—' : one.label));
    expect(labels).toEqual([
      'Liste des fenêtres',
      'Missions · épinglée',
      '—',
      'Dispositions…',
      'Disposition : Cellule 3 écrans',
    ]);
  });

  it.each([
    ['open missions', { choice: 'open', window: 'missions' }],
    ['open nothing', null],
    ['focus w-1', { choice: 'focus', id: 'w-1' }],
    ['order palette', { choice: 'order', order: 'palette' }],
    ['order decide', null],
    ['accept', null],
    ['', null],
  ])('%j asks for %j', (id, expected) => {
    expect(menuChoice(id)).toEqual(expected);
  });
});
