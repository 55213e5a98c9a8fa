/**
 * What a page sees of the application in Electron: `window.renfort`, a Connection, and nothing else (TRUST S10). It
 * makes the channel itself and hands one end over, so that each load of a page has a connection of its own and the main
 * process knows which frame asked.
 */
import type { Connection } from '../contract/app/connection.ts';

/** The two things of Electron that this file uses; its types would bring Node's with them, and there is no Node here. */
interface ElectronInPage {
  readonly contextBridge: { exposeInMainWorld(name: string, value: object): void };
  readonly ipcRenderer: {
    postMessage(channel: string, message: unknown, transfer?: readonly MessagePort[]): void;
    send(channel: string, ...values: readonly unknown[]): void;
  };
}
declare const require: (name: 'electron') => ElectronInPage;

const { contextBridge, ipcRenderer } = require('electron');
const { port1: ours, port2: theirs } = new MessageChannel();

const connection: Connection = {
  postMessage: (message) => ours.postMessage(message),
  onMessage(listener) {
    ours.addEventListener('message', ({ data }: MessageEvent<string | Uint8Array>) => listener(data));
    ours.start();
  },
  onClose: (listener) => ours.addEventListener('close', () => listener()),
};

contextBridge.exposeInMainWorld('renfort', connection);
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  ipcRenderer.send('renfort:violation', `${effectiveDirective} ${blockedURI}`.slice(0, 300)),
);
ipcRenderer.postMessage('renfort:connect', null, [theirs]);
