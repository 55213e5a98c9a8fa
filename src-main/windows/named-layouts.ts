/** Arrangements of windows that a person named: « cellule 3 écrans ». */
import type { LayoutLine } from '../../contract/app/workspace-contract.ts';
import { isWindowKind, WINDOW_TITLES } from './window-kinds.ts';
import type { NamedLayout } from './window-layout.ts';
import type { WindowRegistry } from './window-registry.ts';

export interface NamedLayouts {
  list(): LayoutLine[];
  /** The windows as they stand; a layout of that name is replaced. */
  save(name: string): void;
  /** False when there is none of that id; likewise below. */
  apply(id: string): Promise<boolean>;
  rename(id: string, name: string): boolean;
  remove(id: string): boolean;
}

const MOST = 40;

export function createNamedLayouts(
  windows: Pick<WindowRegistry, 'named' | 'keepNamed' | 'memories' | 'arrangeAs'>,
  newId: () => string,
  onChanged: () => void,
): NamedLayouts {
  const keep = (layouts: readonly NamedLayout[]) => {
    windows.keepNamed([...layouts].sort((left, right) => left.name.localeCompare(right.name, 'fr')));
    onChanged();
  };
  const withOthers = (
    id: string,
    others: (all: readonly NamedLayout[], found: NamedLayout) => readonly NamedLayout[],
  ) => {
    const all = windows.named();
    const found = all.find((one) => one.id === id);
    if (found === undefined) return false;
    keep(
      others(
        all.filter((one) => one !== found),
        found,
      ),
    );
    return true;
  };
  return {
    list: () => windows.named().map(lineOf),
    save(name) {
      const others = windows.named().filter((one) => !isSameName(one.name, name));
      const before = windows.named().find((one) => isSameName(one.name, name));
      const layout = { id: before?.id ?? newId(), name, windows: [...windows.memories()] };
      keep([...others, layout].slice(-MOST));
    },
    async apply(id) {
      const found = windows.named().find((one) => one.id === id);
      if (found === undefined) return false;
      await windows.arrangeAs(found.windows);
      return true;
    },
    rename: (id, name) =>
      withOthers(id, (others, found) => [...others.filter((one) => !isSameName(one.name, name)), { ...found, name }]),
    remove: (id) => withOthers(id, (others) => others),
  };
}

const isSameName = (left: string, right: string) => left.localeCompare(right, 'fr', { sensitivity: 'base' }) === 0;

function lineOf({ id, name, windows }: NamedLayout): LayoutLine {
  const displays = new Set(windows.flatMap(({ home }) => home?.display?.id ?? []));
  const titles = windows.map(({ window }) => (isWindowKind(window) ? WINDOW_TITLES[window] : window));
  return { id, name, windows: titles, displays: displays.size };
}
