/** Shows a thing where it is best seen, for the palette, for links, for notices: it navigates and never decides (TRUST S34). */

import type { DeepLink, LinkedSubject } from './deep-link.ts';
import type { SharedSelection } from './shared-selection.ts';
import type { WindowRegistry } from './window-registry.ts';

/** What names an establishment in the queue. */
export interface EstablishmentName {
  readonly name: string;
  /** FINESS or GID; null when it has neither. */
  readonly number: string | null;
}

export interface NavigatorParts {
  readonly windows: Pick<WindowRegistry, 'goTo' | 'open'>;
  readonly selection: Pick<SharedSelection, 'change'>;
  /** Null when this workstation does not hold it. */
  readonly establishment: (id: string) => Promise<EstablishmentName | null>;
}

export interface Navigator {
  /** False when this workstation does not hold it. */
  show(subject: LinkedSubject, id: string): Promise<boolean>;
  follow(link: DeepLink): Promise<boolean>;
}

export function createNavigator({ windows, selection, establishment }: NavigatorParts): Navigator {
  const show = async (subject: LinkedSubject, id: string): Promise<boolean> => {
    if (subject === 'establishment') {
      const found = await establishment(id);
      if (found === null) return false;
      // A queue of its own: the filters of those that are open are somebody's work.
      await windows.open('missions', id, establishmentFilter(found));
      return true;
    }
    selection.change({ subject: { kind: subject, id }, chosen: null });
    await windows.goTo(subject === 'mission' ? 'missions' : 'candidates');
    return true;
  };
  return {
    show,
    async follow(link) {
      if ('subject' in link) return show(link.subject, link.id);
      await windows.goTo(link.window);
      return true;
    },
  };
}

/** The queue's own state, as src-renderer/tables/table-state.ts reads it: a filter that a person sees and can take away. */
function establishmentFilter({ name, number }: EstablishmentName): string {
  const filters = [{ type: 'contains', column: 'establishmentName', text: name.slice(0, 100) }];
  return JSON.stringify({ filters, search: number ?? '' });
}
