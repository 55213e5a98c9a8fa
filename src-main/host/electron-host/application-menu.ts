import type { ElectronModule } from './electron-module.ts';

/** Nothing that a page does not already offer, but the keys of editing and zooming that a menu carries. */
export function setApplicationMenu({ Menu }: ElectronModule, platform: NodeJS.Platform): void {
  const own = platform === 'darwin' ? [{ role: 'appMenu' as const }] : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...own,
      {
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
      },
      {
        label: 'Affichage',
        submenu: [
          { role: 'resetZoom', label: 'Taille réelle' },
          { role: 'zoomIn', label: 'Agrandir' },
          { role: 'zoomOut', label: 'Réduire' },
          { type: 'separator' },
          { role: 'togglefullscreen', label: 'Plein écran' },
        ],
      },
    ]),
  );
}
