import type { SignInWindow } from '../../src-main/host/host.ts';
import { createBrowser } from './browser.ts';

export interface PersonAtSignIn {
  readonly window: SignInWindow;
  /** Addresses that were opened, and the origins that they were allowed. */
  readonly opened: { readonly address: string; readonly mayReach: readonly string[] }[];
}

/**
 * A sign-in window with somebody in front of it, who chooses who to be on the demonstration's page; null: nobody comes.
 *
 * @param bend changes the address to which the browser is sent back
 */
export function personAtSignIn(
  service: string,
  person: string | null,
  bend: (address: URL) => URL = (address) => address,
): PersonAtSignIn {
  const opened: PersonAtSignIn['opened'] = [];
  const choose = async (address: string) => {
    const browser = createBrowser();
    const list = await browser.follow(await browser.get(address), service);
    const chosen = await browser.follow(await browser.post(list.url, { person: person ?? '' }), service);
    const back = chosen.headers.get('location');
    if (back !== null) await fetch(bend(new URL(back)));
  };
  return {
    opened,
    window: {
      async open(address, mayReach) {
        opened.push({ address, mayReach });
        // As in a real browser, the answer comes later, and a page that cannot be reached is not our failure.
        if (person !== null) choose(address).catch(() => undefined);
      },
      close: async () => undefined,
    },
  };
}
