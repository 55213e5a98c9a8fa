/**
 * What a page sees of the application in the Chromium host: `window.renfort`, a Connection, and nothing else. Run as a
 * classic script before the page's own, in every frame; the host answers only the top one (TRUST S10, S12).
 * It reaches the host through `renfortHost`, a function that the debugging pipe adds and that this script takes away.
 */
import type { Connection } from '../contract/app/connection.ts';

(() => {
  type Message = string | Uint8Array;
  const globals = globalThis as unknown as Record<string, unknown>;
  const tellHost = globals['renfortHost'] as (text: string) => void;
  delete globals['renfortHost'];
  const titleMark = '__TITLE_MARK__';

  const listeners: ((message: Message) => void)[] = [];
  const waiting: Message[] = [];

  const toBase64 = (bytes: Uint8Array): string => {
    const pieces: string[] = [];
    for (let at = 0; at < bytes.length; at += 0x8000) {
      pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
    }
    return btoa(pieces.join(''));
  };
  const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  /**
   * What the host says is heard in a turn of its own: inside the host's call, as in a developer's console, the page's
   * policy against `eval` does not hold. Each message is one letter, 't'ext or 'b'ytes in base64, then its content.
   */
  const turns = new MessageChannel();
  const receive = (messages: readonly string[]): void => turns.port1.postMessage(messages);
  turns.port2.onmessage = ({ data }: MessageEvent<readonly string[]>): void => {
    for (const coded of data) {
      const message = coded[0] === 't' ? coded.slice(1) : fromBase64(coded.slice(1));
      if (listeners.length === 0) waiting.push(message);
      for (const listener of listeners) listener(message);
    }
  };

  const connection: Connection = {
    postMessage: (message) => tellHost(typeof message === 'string' ? `t${message}` : `b${toBase64(message)}`),
    onMessage(listener) {
      listeners.push(listener);
      if (listeners.length === 1) for (const message of waiting.splice(0)) listener(message);
    },
    /** Here a connection lasts as long as its page does. */
    onClose() {},
  };

  Object.defineProperty(globalThis, 'renfort', { value: Object.freeze(connection), enumerable: true });
  Object.defineProperty(globalThis, 'renfortReceive', { value: receive });

  // The title always says that this is not the product (ARCHITECTURE §4).
  const native = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
  const write = (title: string) =>
    native?.set?.call(document, title.endsWith(titleMark) ? title : `${title}${titleMark}`);
  Object.defineProperty(document, 'title', { get: () => native?.get?.call(document), set: write });
  document.addEventListener('DOMContentLoaded', () => write(document.title));

  const tellPlace = () => tellHost('p');
  for (const event of ['resize', 'focus', 'blur']) globalThis.addEventListener(event, tellPlace, { passive: true });
  // That somebody is there, now and then: never what they touch.
  const touched = { at: Number.NEGATIVE_INFINITY };
  const tellTouch = (event: Event) => {
    if (!event.isTrusted || performance.now() - touched.at < 5_000) return;
    touched.at = performance.now();
    tellHost('a');
  };
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    globalThis.addEventListener(event, tellTouch, { passive: true, capture: true });
  const tellViolation = (event: SecurityPolicyViolationEvent) =>
    tellHost(`v${event.effectiveDirective} ${event.blockedURI}`.slice(0, 300));
  document.addEventListener('securitypolicyviolation', tellViolation);

  tellHost('h');
})();
