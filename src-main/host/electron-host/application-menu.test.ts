import { describe, expect, it } from 'vitest';
import { applicationMenuTemplate } from './application-menu.ts';

const GROUPS = [
  { label: 'Fichier', entries: [{ id: 'close', label: 'Fermer', accelerator: 'CmdOrCtrl+W' }, 'separator' as const] },
  { label: 'Fenêtres', entries: [{ id: 'focus w-1', label: 'Missions', accelerator: null }] },
];

describe('the application menu', () => {
  it('stands in the usual order, with its keys, and says what was chosen', () => {
    const chosen: string[] = [];
    const template = applicationMenuTemplate('linux', GROUPS, (entry) => chosen.push(entry));
    expect(template.map(({ label }) => label)).toEqual(['Fichier', 'Édition', 'Affichage', 'Fenêtres']);
    const [close, line] = (template[0]?.submenu ?? []) as Electron.MenuItemConstructorOptions[];
    expect([close?.accelerator, line?.type]).toEqual(['CmdOrCtrl+W', 'separator']);
    const click = close?.click as (() => void) | undefined;
    click?.();
    expect(chosen).toEqual(['close']);
  });

  it('begins with the application’s own where the system has one', () => {
    expect(applicationMenuTemplate('darwin', [], () => undefined)[0]).toEqual({ role: 'appMenu' });
  });
});
