/** The browser's page behind a window of the double: runs the preload in its own world and carries its ports. */
import type { CDPSession, Page } from 'playwright-core';
import type { Carried, DoublePort } from './double-message-port.ts';
import { createDoublePort } from './double-message-port.ts';
import { PAGE_SCRIPT, PRELOAD_EPILOGUE, PRELOAD_PROLOGUE, PRELOAD_WORLD } from './page-scripts.ts';

interface Told {
  readonly kind: 'send' | 'port';
  readonly channel?: string;
  readonly values?: readonly unknown[];
  readonly ports?: readonly number[];
  readonly id?: number;
  readonly text?: string;
  readonly bytes?: string;
}

export interface PageListeners {
  onIpc(channel: string, values: readonly unknown[], ports: readonly object[]): void;
  onCrashed(): void;
}

export async function attachPreload(page: Page, preload: string, listeners: PageListeners): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  const ports = new Map<string, DoublePort>();
  const state = { world: 0 };
  const endAll = () => {
    for (const port of ports.values()) port.disentangle();
    ports.clear();
  };
  const deliver = (world: number, message: object) => {
    const call = {
      executionContextId: world,
      functionDeclaration: 'function (message) { electronDoubleDeliver([message]); }',
      arguments: [{ value: message }],
    };
    session.send('Runtime.callFunctionOn', call).catch(() => undefined);
  };
  const makePort = (world: number, id: number): object => {
    const made = createDoublePort(
      (data) => deliver(world, { id, ...code(data) }),
      () => deliver(world, { id, close: true }),
    );
    ports.set(`${world}:${id}`, made);
    return made.port;
  };
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === PRELOAD_WORLD) state.world = context.id;
  });
  session.on('Runtime.executionContextsCleared', endAll);
  session.on('Inspector.targetCrashed', () => {
    endAll();
    listeners.onCrashed();
  });
  page.once('close', endAll);
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId: world }) => {
    if (name !== 'electronDouble') return;
    const told = JSON.parse(payload) as Told;
    if (told.kind === 'port') ports.get(`${world}:${told.id}`)?.receive(decode(told));
    else
      listeners.onIpc(
        told.channel ?? '',
        told.values ?? [],
        (told.ports ?? []).map((id) => makePort(world, id)),
      );
  });
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'electronDouble', executionContextName: PRELOAD_WORLD });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_SCRIPT });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `${PRELOAD_PROLOGUE}${preload}${PRELOAD_EPILOGUE}`,
    worldName: PRELOAD_WORLD,
  });
  return session;
}

function code(data: Carried): object {
  return typeof data === 'string' ? { text: data } : { bytes: Buffer.from(data).toString('base64') };
}

function decode({ text, bytes }: Told): Carried {
  return text ?? new Uint8Array(Buffer.from(bytes ?? '', 'base64'));
}
