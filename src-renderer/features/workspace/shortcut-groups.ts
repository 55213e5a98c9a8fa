/** The keys that work in a window of a kind, beside those that its content offers itself (data/window-acts.ts). */
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';

export interface ShortcutGroup {
  readonly title: string;
  /** Keys as they are printed, parted by a blank; and what they do. */
  readonly keys: readonly (readonly [keys: string, meaning: string])[];
}

const { lines } = FR.shortcuts;
const { lines: words } = FR_WORKSPACE.shortcuts;

const EVERYWHERE: ShortcutGroup = {
  title: FR.shortcuts.everywhere,
  keys: [
    ['Ctrl K', lines.palette],
    ['? F1', lines.help],
    ['Z Ctrl Z', lines.undo],
  ],
};

const WINDOWS: ShortcutGroup = {
  title: FR_WORKSPACE.shortcuts.windows,
  keys: [
    ['Ctrl J', words.windows],
    ['Ctrl 1…9', words.focusNth],
    ['Ctrl Alt 1…9', words.layoutNth],
    ['Ctrl Maj T', words.reopen],
    ['G', words.pin],
    ['Ctrl M', words.notices],
    ['Ctrl L', words.log],
  ],
};

const TABLES: ShortcutGroup = {
  title: FR.shortcuts.inTables,
  keys: [
    ['/', lines.search],
    ['↓', lines.toRows],
    ['↑ ↓', lines.move],
    ['Espace', lines.choose],
    ['Maj ↑ ↓', lines.range],
    ['Ctrl A', lines.all],
    ['Échap', FR.table.clearChoice],
    ['Ctrl C', lines.copy],
    ['Entrée', lines.open],
    ['Maj F10', words.menu],
  ],
};

/** The first two gestures of a morning. */
const FROM_QUEUE: ShortcutGroup = {
  title: FR_WORKSPACE.shortcuts.fromQueue,
  keys: [
    ['C', FR.palette.open(FR.windows.crisis)],
    ['L', FR.palette.open(FR.windows.blocked)],
  ],
};

const BLOCKED: ShortcutGroup = {
  title: FR_WINDOWS.shortcuts.onBlocked,
  keys: [
    ['E', FR.decision.titles.remind],
    ['L', FR.act.release],
    ['T', FR.decision.titles['withdraw-proposal']],
  ],
};

const BOARD: ShortcutGroup = {
  title: FR_BOARD.shortcuts,
  keys: [
    ['/', lines.search],
    ['↑ ↓ ← →', FR_BOARD.keys.move],
    ['Espace', FR_BOARD.keys.grab],
    ['← →', FR_BOARD.keys.target],
    ['Entrée', FR_BOARD.keys.drop],
    ['Échap', FR_BOARD.keys.cancel],
    ['Maj ↑ ↓', lines.range],
    ['Ctrl Espace', FR_BOARD.keys.choose],
    ['Ctrl A', FR_BOARD.keys.all],
    ['Maj F10', words.menu],
  ],
};

/** By kind of window: its own groups. A kind that is not here has the groups of all. */
const OWN: Readonly<Record<string, readonly ShortcutGroup[]>> = {
  missions: [TABLES, FROM_QUEUE],
  board: [BOARD],
  candidates: [TABLES],
  crisis: [TABLES],
  blocked: [BLOCKED, TABLES],
  'follow-up': [BLOCKED, TABLES],
  accounts: [TABLES],
  outbox: [TABLES],
};

/** @param offered what the content can do with its rows, with its keys */
export function shortcutGroups(kind: string, offered: ShortcutGroup | null): readonly ShortcutGroup[] {
  return [...(offered === null ? [] : [offered]), ...(OWN[kind] ?? []), WINDOWS, EVERYWHERE];
}
