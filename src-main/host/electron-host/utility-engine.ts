/** The engine in a utility process of Electron. */
import { createConnectionEnd } from '../connection-end.ts';
import type { EngineProcess } from '../host.ts';
import type { ElectronModule } from './electron-module.ts';

export function startUtilityEngine({ utilityProcess }: ElectronModule, script: string): EngineProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'moteur', stdio: 'inherit' });
  const exits: ((reason: string) => void)[] = [];
  const early: (string | Uint8Array)[] = [];
  const state = { spawned: false };
  const end = createConnectionEnd((message) => {
    if (state.spawned) child.postMessage(message);
    else early.push(message);
  });
  child.on('spawn', () => {
    state.spawned = true;
    for (const message of early.splice(0)) child.postMessage(message);
  });
  child.on('message', (message: string | Uint8Array) => end.receive(message));
  child.on('exit', (code) => {
    end.end();
    for (const listener of exits.splice(0)) listener(`exit ${code}`);
  });
  return {
    connection: end.connection,
    onExit: (listener) => void exits.push(listener),
    kill: () => void child.kill(),
  };
}
