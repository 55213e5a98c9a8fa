/** Electron, given by the entry: nothing here imports it, so that a double of it can stand in its place. */
export type ElectronModule = typeof import('electron');
