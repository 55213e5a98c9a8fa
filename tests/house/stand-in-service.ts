import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** Stands for the national service: one argument tells how it behaves. */
const behaviour = process.argv[2];

if (behaviour === 'dies') {
  process.stdout.write('a line that is not the ready one\n');
  process.exit(4);
}
const server = createServer((_request, response) => response.end('{}'));
server.listen(0, '127.0.0.1', async () => {
  await delay(100);
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  process.stdout.write('{"level":"info"}\n');
  const people = [{ name: 'Camille Exemple', label: 'Régulation', login: 'camille@demo.example' }];
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}`, people })}\n`);
  if (behaviour === 'leaves') setTimeout(() => process.exit(6), 100);
});
process.on('SIGTERM', () => process.exit(0));
