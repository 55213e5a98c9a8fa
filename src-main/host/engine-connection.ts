/**
 * The engine's side of its connection to the main process, whichever kind of process it runs in: a worker thread of the
 * Chromium host, a utility process of Electron.
 */
import { parentPort } from 'node:worker_threads';
import type { Connection } from '../../contract/app/connection.ts';
import { createConnectionEnd } from './connection-end.ts';

/** What Electron adds to `process` in a utility process. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: string | Uint8Array }) => void): void;
}

/** @throws Error when this process is nobody's engine */
export function openEngineConnection(): Connection {
  if (parentPort !== null) {
    const port = parentPort;
    const end = createConnectionEnd((message) => port.postMessage(message));
    port.on('message', (message: string | Uint8Array) => end.receive(message));
    port.on('close', () => end.end());
    return end.connection;
  }
  const { parentPort: utilityPort } = process as unknown as { parentPort?: UtilityPort };
  if (utilityPort === undefined) throw new Error('The engine was started by nobody: no parent port.');
  const end = createConnectionEnd((message) => utilityPort.postMessage(message));
  utilityPort.on('message', ({ data }) => end.receive(data));
  return end.connection;
}
