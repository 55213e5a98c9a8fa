/**
 * Hands each page its connection: the page's preload sends one end of a channel, and it is taken only from the top frame
 * of a window of ours, on our origin (TRUST S12). The frame is looked at again at each message.
 */
import type { IpcMainEvent, MessagePortMain, WebContents, WebFrameMain } from 'electron';
import type { Connection } from '../../../contract/app/connection.ts';
import type { Log } from '../../diagnostics/log.ts';
import { createConnectionEnd } from '../connection-end.ts';
import { PAGE_ORIGIN } from './app-scheme.ts';
import type { ElectronModule } from './electron-module.ts';

/** Longest message that a page may send, in characters or bytes. */
const LONGEST = 48 * 1024 * 1024;

/** What the acceptor needs of a window. */
export interface AcceptingWindow {
  readonly contents: WebContents;
  /** A page asked for its connection; returns nothing, the former one has ended already. */
  connected(connection: Connection, end: () => void): void;
  violation(text: string): void;
}

export function acceptConnections(
  { ipcMain }: ElectronModule,
  windowOf: (contents: WebContents) => AcceptingWindow | undefined,
  log: Log,
): void {
  ipcMain.on('renfort:connect', (event) => {
    const [port, ...others] = event.ports;
    const window = windowOf(event.sender);
    const { senderFrame } = event;
    const reason = refuseSender(event, window);
    if (reason !== null || port === undefined || window === undefined || senderFrame === null || others.length > 0) {
      for (const refused of event.ports) refused.close();
      log('host.sender-refused', { reason: reason ?? 'not-one-port' });
      return;
    }
    const end = carry(port, senderFrame, () => event.sender.mainFrame, log);
    window.connected(end.connection, end.close);
  });
  ipcMain.on('renfort:violation', (event, text: unknown) => {
    const window = windowOf(event.sender);
    if (refuseSender(event, window) === null && typeof text === 'string') window?.violation(text.slice(0, 300));
  });
}

function refuseSender({ sender, senderFrame }: IpcMainEvent, window: AcceptingWindow | undefined): string | null {
  if (window === undefined) return 'unknown-window';
  return senderFrame === null ? 'frame-gone' : refuseFrame(senderFrame, sender.mainFrame);
}

function refuseFrame(frame: WebFrameMain, mainFrame: WebFrameMain): string | null {
  if (frame.isDestroyed() || frame.detached) return 'frame-gone';
  if (frame.parent !== null || frame !== mainFrame) return 'inner-frame';
  return frame.origin === PAGE_ORIGIN ? null : 'other-origin';
}

function carry(port: MessagePortMain, frame: WebFrameMain, mainFrame: () => WebFrameMain, log: Log) {
  const end = createConnectionEnd((message) => port.postMessage(message));
  port.on('message', ({ data }: { data: unknown }) => {
    const isMessage = typeof data === 'string' || data instanceof Uint8Array;
    const reason = refuseFrame(frame, mainFrame());
    if (reason !== null || !isMessage || data.length > LONGEST) {
      log('host.message-refused', { reason: reason ?? (isMessage ? 'too-long' : 'unknown-kind') });
      return;
    }
    end.receive(data);
  });
  port.on('close', () => end.end());
  port.start();
  return {
    connection: end.connection,
    close() {
      end.end();
      port.close();
    },
  };
}
