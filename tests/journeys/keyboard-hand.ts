/** A person without a mouse: keys, and what can be seen. Whatever else Playwright could do for them throws. */
import type { Locator, Page } from 'playwright-core';

/** Gestures that no keyboard makes, or that put the focus where no key leads. */
const NOT_BY_KEYS: ReadonlySet<string> = new Set([
  ...['mouse', 'touchscreen', 'click', 'dblclick', 'tap', 'hover', 'dragTo', 'dragAndDrop', 'drop', 'dispatchEvent'],
  ...['focus', 'blur', 'press', 'type', 'pressSequentially', 'fill', 'clear', 'selectText', 'selectOption'],
  ...['check', 'uncheck', 'setChecked', 'setInputFiles', 'evaluate', 'evaluateHandle', 'evaluateAll', 'goto'],
]);
/** More than this many presses of Tab, and nobody would find it. */
const MOST_TABS = 60;

export interface KeyboardHand {
  /** The page as eyes see it: locators find and read, and throw at every other gesture. */
  readonly page: Page;
  /** One key after the other. @example hand.press('Control+k', 'Escape') */
  press(...keys: readonly string[]): Promise<void>;
  /** Types where the focus is. */
  write(text: string): Promise<void>;
  /**
   * Tab until that has the focus (Shift+Tab with `back`).
   * @returns how many presses it took
   * @throws Error with the way walked, when it is never reached
   */
  reach(target: Locator, back?: 'back'): Promise<number>;
  has(target: Locator): Promise<boolean>;
  /** Waits until that has the focus by itself. */
  isOn(target: Locator): Promise<void>;
  /** What has the focus, in words. */
  place(): Promise<string>;
  /** What screen readers were told since the hand came: changes within live regions that were already there. */
  heard(): Promise<readonly string[]>;
  /** How often a pointer was used in this page since the hand came: stays at zero. */
  pointers(): Promise<number>;
}

const PLACE = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return 'nowhere';
  const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? '';
  return at.tagName.toLowerCase() + (at.role ? '[' + at.role + ']' : '') + ' ' + name.trim().slice(0, 40);
})()`;

/** Readers tell what changes in a region that was there; what comes with its region may stay unsaid. */
const LISTEN = `(() => {
  if (window.renfortHeard !== undefined) return;
  window.renfortHeard = [];
  window.renfortPointers = 0;
  for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
    document.addEventListener(kind, () => { window.renfortPointers += 1; }, true);
  const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], [role="log"]';
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(live);
      const text = region?.textContent.trim() ?? '';
      if (text !== '' && text !== window.renfortHeard.at(-1)) window.renfortHeard.push(text);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
})()`;

/** @example const hand = await keyboardHand(await desk.page('missions')); await hand.press('ArrowDown', '2', 'Enter'); */
export async function keyboardHand(page: Page): Promise<KeyboardHand> {
  await page.evaluate(LISTEN);
  const whole = new WeakMap<object, object>();
  const eyes = onlyEyes(page, whole);
  const place = () => page.evaluate<string>(PLACE);
  const has = async (target: Locator) => {
    const real = (whole.get(target) ?? target) as Locator;
    return (await real.and(page.locator(':focus')).count()) > 0;
  };
  return {
    page: eyes,
    place,
    has,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    write: (text) => page.keyboard.type(text),
    async reach(target, back) {
      const walked: string[] = [];
      for (let count = 0; count <= MOST_TABS; count += 1) {
        if (await has(target)) return count;
        walked.push(await place());
        await page.keyboard.press(back === 'back' ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(`No key leads there. The way: ${walked.join(' → ')}`);
    },
    async isOn(target) {
      const until = Date.now() + 25_000;
      while (!(await has(target))) {
        if (Date.now() > until) throw new Error(`The focus is on: ${await place()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    heard: () => page.evaluate<string[]>('window.renfortHeard'),
    pointers: () => page.evaluate<number>('window.renfortPointers'),
  };
}

/** The same object, whose gestures throw; what it gives back (locators of locators) too. */
function onlyEyes<Seen extends object>(seen: Seen, whole: WeakMap<object, object>): Seen {
  const guarded = new Proxy(seen, {
    get(target, name) {
      if (typeof name === 'string' && NOT_BY_KEYS.has(name)) throw new Error(`A hand without a mouse cannot ${name}.`);
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) => {
        const real = given.map((one) => (typeof one === 'object' && one !== null ? (whole.get(one) ?? one) : one));
        const answer: unknown = Reflect.apply(value, target, real);
        return isLocator(answer) ? onlyEyes(answer, whole) : answer;
      };
    },
  });
  whole.set(guarded, seen);
  return guarded;
}

function isLocator(value: unknown): value is Locator {
  return typeof value === 'object' && value !== null && 'click' in value && 'and' in value;
}
