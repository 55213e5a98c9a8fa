/** The engine in a worker thread: how hosts that have no utility process of their own keep the store off the main thread. */
import { Worker } from 'node:worker_threads';
import { createConnectionEnd } from './connection-end.ts';
import type { EngineProcess } from './host.ts';

export function startWorkerEngine(script: string): EngineProcess {
  const worker = new Worker(script, { name: 'engine' });
  const exits: ((reason: string) => void)[] = [];
  const end = createConnectionEnd((message) => worker.postMessage(message));
  const told = { reason: '' };
  worker.on('message', (message: string | Uint8Array) => end.receive(message));
  worker.on('error', (error) => {
    told.reason = error instanceof Error ? error.message : String(error);
  });
  worker.on('exit', (code) => {
    end.end();
    for (const listener of exits.splice(0)) listener(told.reason || `exit ${code}`);
  });
  return {
    connection: end.connection,
    onExit: (listener) => void exits.push(listener),
    kill: () => void worker.terminate(),
  };
}
