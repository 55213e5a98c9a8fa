import type { MenuItemConstructorOptions } from 'electron';
import type { MenuEntry, MenuGroup } from '../host.ts';
import type { ElectronModule } from './electron-module.ts';

/** The application's own groups, between the keys of editing and zooming that every menu carries. */
export function setApplicationMenu(
  { Menu }: ElectronModule,
  platform: NodeJS.Platform,
  groups: readonly MenuGroup[],
  onChosen: (entry: string) => void,
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenuTemplate(platform, groups, onChosen)));
}

/** First the first group, as everywhere (Fichier), then Édition and Affichage, then the others. */
export function applicationMenuTemplate(
  platform: NodeJS.Platform,
  groups: readonly MenuGroup[],
  onChosen: (entry: string) => void,
): MenuItemConstructorOptions[] {
  const own: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const [first, ...others] = groups.map(({ label, entries }) => ({
    label,
    submenu: entries.map((entry) => itemOf(entry, onChosen)),
  }));
  return [...own, ...(first === undefined ? [] : [first]), EDIT, VIEW, ...others];
}

function itemOf(entry: MenuEntry | 'separator', onChosen: (entry: string) => void): MenuItemConstructorOptions {
  if (entry === 'separator') return { type: 'separator' };
  const { id, label, accelerator } = entry;
  return { label, click: () => onChosen(id), ...(accelerator === null ? {} : { accelerator }) };
}

const EDIT: MenuItemConstructorOptions = {
  label: 'Édition',
  submenu: [
    { role: 'undo', label: 'Annuler la frappe' },
    { role: 'redo', label: 'Rétablir la frappe' },
    { type: 'separator' },
    { role: 'cut', label: 'Couper' },
    { role: 'copy', label: 'Copier' },
    { role: 'paste', label: 'Coller' },
    { role: 'selectAll', label: 'Tout sélectionner' },
  ],
};

const VIEW: MenuItemConstructorOptions = {
  label: 'Affichage',
  submenu: [
    { role: 'resetZoom', label: 'Taille réelle' },
    { role: 'zoomIn', label: 'Agrandir' },
    { role: 'zoomOut', label: 'Réduire' },
    { type: 'separator' },
    { role: 'togglefullscreen', label: 'Plein écran' },
  ],
};
