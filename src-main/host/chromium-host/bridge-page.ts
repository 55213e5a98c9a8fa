/**
 * Carries messages between one page and the main process over the debugging pipe (ARCHITECTURE §3-4). The page speaks by
 * a binding; each word of it is believed only when it comes from the default world of the top frame, on our origin
 * (TRUST S12). The host speaks by calling the function that the preload left in that same world.
 *
 * ```
 *   no page ──hello──▶ connected ──reload, crash, close──▶ no page
 * ```
 */
import type { CDPSession } from 'playwright-core';
import type { Connection } from '../../../contract/app/connection.ts';
import type { ConnectionEnd } from '../connection-end.ts';
import { createConnectionEnd } from '../connection-end.ts';

/** Longest message that a page may send, in characters as coded. */
const LONGEST = 48 * 1024 * 1024;
const BINDING = 'renfortHost';
const DELIVER = 'function (messages) { renfortReceive(messages); }';

interface World {
  readonly origin: string;
  readonly frameId: string | undefined;
  readonly isDefault: boolean;
}

export interface PageListeners {
  onConnection(connection: Connection): void;
  /** The page may have been moved or resized. */
  onPlace(): void;
  /** A person touched the page. */
  onTouch(): void;
  onViolation(text: string): void;
  onCrashed(): void;
  /** Somebody spoke who is not the page: a frame inside it, another origin. */
  onRefused(reason: string): void;
}

/** Attaches to a page that has not been opened yet; returns what ends its connection for good. */
export async function bridgePage(
  session: CDPSession,
  origin: string,
  preload: string,
  listeners: PageListeners,
): Promise<() => void> {
  const bridge = new PageBridge(session, origin, listeners);
  await bridge.attach(preload);
  return () => bridge.disconnect();
}

class PageBridge {
  readonly #session: CDPSession;
  readonly #origin: string;
  readonly #listeners: PageListeners;
  readonly #worlds = new Map<number, World>();
  #mainFrame = '';
  #current: { readonly world: number; readonly end: ConnectionEnd } | null = null;

  constructor(session: CDPSession, origin: string, listeners: PageListeners) {
    this.#session = session;
    this.#origin = origin;
    this.#listeners = listeners;
  }

  async attach(preload: string): Promise<void> {
    const session = this.#session;
    session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
      const { frameId, isDefault } = (auxData ?? {}) as { frameId?: string; isDefault?: boolean };
      this.#worlds.set(id, { origin, frameId, isDefault: isDefault === true });
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#worlds.delete(executionContextId);
      if (this.#current?.world === executionContextId) this.disconnect();
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#worlds.clear();
      this.disconnect();
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#mainFrame = frame.id;
    });
    session.on('Inspector.targetCrashed', () => {
      this.disconnect();
      this.#listeners.onCrashed();
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING) this.#hear(executionContextId, payload);
    });
    await session.send('Page.enable');
    this.#mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: BINDING });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: preload });
  }

  disconnect(): void {
    const ended = this.#current;
    this.#current = null;
    ended?.end.end();
  }

  #hear(id: number, payload: string): void {
    const refusal = this.#refuse(id, payload);
    const content = payload.slice(1);
    if (refusal !== null) this.#listeners.onRefused(refusal);
    else if (payload[0] === 't') this.#current?.end.receive(content);
    else if (payload[0] === 'b') this.#current?.end.receive(new Uint8Array(Buffer.from(content, 'base64')));
    else if (payload === 'h') this.#connect(id);
    else if (payload === 'p') this.#listeners.onPlace();
    else if (payload === 'a') this.#listeners.onTouch();
    else if (payload[0] === 'v') this.#listeners.onViolation(content);
    else this.#listeners.onRefused('unknown-kind');
  }

  #refuse(id: number, payload: string): string | null {
    const world = this.#worlds.get(id);
    if (world === undefined) return 'unknown-world';
    if (!world.isDefault) return 'isolated-world';
    if (world.frameId !== this.#mainFrame) return 'inner-frame';
    if (world.origin !== this.#origin) return 'other-origin';
    if (payload.length > LONGEST) return 'too-long';
    return payload[0] === 'h' || this.#current?.world === id ? null : 'not-connected';
  }

  #connect(world: number): void {
    this.disconnect();
    const outgoing: string[] = [];
    const end = createConnectionEnd((message) => {
      outgoing.push(typeof message === 'string' ? `t${message}` : `b${Buffer.from(message).toString('base64')}`);
      // Everything posted in one turn travels in one call: order is kept, and a burst costs one message of the pipe.
      if (outgoing.length === 1) queueMicrotask(() => this.#deliver(world, outgoing.splice(0)));
    });
    this.#current = { world, end };
    this.#listeners.onConnection(end.connection);
  }

  #deliver(world: number, messages: readonly string[]): void {
    if (this.#current?.world !== world) return;
    const call = { executionContextId: world, functionDeclaration: DELIVER, arguments: [{ value: messages }] };
    // A page that goes away while it is spoken to loses what was said: its successor asks anew.
    this.#session.send('Runtime.callFunctionOn', call).catch(() => undefined);
  }
}
