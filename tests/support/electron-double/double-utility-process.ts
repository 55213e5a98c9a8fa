import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DoubleWorld } from './double-world.ts';
import { mustBeReady } from './double-world.ts';
import { knownOptions, strict } from './strict.ts';
import { strictEvents } from './strict-events.ts';

const PARENT_PORT = pathToFileURL(join(import.meta.dirname, 'utility-parent-port.ts')).href;

/** A utility process is a process of Node here too, with a parent port. */
export function createDoubleUtilityProcess(world: DoubleWorld): object {
  return strict('utilityProcess', {
    fork(script: string, args: readonly string[] = [], options: object = {}) {
      mustBeReady(world, 'utilityProcess.fork');
      knownOptions('utilityProcess.fork', options, ['serviceName', 'stdio']);
      const events = strictEvents('UtilityProcess', ['spawn', 'message', 'exit']);
      const child = fork(script, args, { execArgv: ['--import', PARENT_PORT], serialization: 'advanced' });
      const state = { spawned: false };
      child.once('spawn', () => {
        state.spawned = true;
        events.emit('spawn');
      });
      child.on('message', (message) => events.emit('message', message));
      child.once('exit', (code) => events.emit('exit', code ?? 15));
      return strict('UtilityProcess', {
        on: events.on,
        once: events.once,
        kill: () => child.kill(),
        postMessage(message: unknown) {
          if (!state.spawned) throw new Error('The double refuses a message before the process has spawned.');
          if (typeof message !== 'string' && !(message instanceof Uint8Array)) throw new Error('Text and bytes only.');
          if (child.connected) child.send(message);
        },
      });
    },
  });
}
