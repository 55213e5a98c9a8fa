import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startDemo } from './start/start-demo.ts';

const root = resolve(import.meta.dirname, '..');
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

try {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'demo' },
      seed: { type: 'string', default: '1' },
      simulate: { type: 'string', default: 'slow' },
      port: { type: 'string', default: '0' },
    },
  });
  const stateFolder = join(root, '.data', values.size);
  const choices = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
  process.exitCode = await startDemo(
    {
      serviceScript: join(root, 'national-api', 'main.ts'),
      serviceArguments: [...choices, '--data', join(stateFolder, 'nation')],
      stateFolder,
      write: (text) => process.stdout.write(text),
    },
    stop.signal,
  );
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
