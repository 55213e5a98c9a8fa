/**
 * What carries messages between a window and the main process, whatever the host: a MessagePort in Electron, a binding
 * in the Chromium host (ARCHITECTURE §3). Strings or bytes only; no transferables.
 */
export interface Connection {
  postMessage(message: string | Uint8Array): void;
  onMessage(listener: (message: string | Uint8Array) => void): void;
  /** Called once: reload, crash, window closed. It ends every open iterator. */
  onClose(listener: () => void): void;
}
