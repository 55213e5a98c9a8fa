/**
 * The national service over a bench's nation, in a process of its own as in life. Whoever calls is the CCS.
 * Its address is its only line; it lives until its input is closed.
 */
import { mkdirSync } from 'node:fs';
import { HANDLERS } from '../../national-api/commands/handlers.ts';
import { DEFAULT_LIMITS } from '../../national-api/http/limits.ts';
import { createHttpServer } from '../../national-api/http/server.ts';
import type { Service } from '../../national-api/http/service.ts';
import { authenticated } from '../../national-api/identity/authentication.ts';
import { openSnapshotShelf } from '../../national-api/snapshot/snapshot-shelf.ts';
import type { CaseInput } from './bench-case.ts';
import { openGround } from './bench-case.ts';
import { DESK } from './desk.ts';

const [input = '{}', snapshot = ''] = process.argv.slice(2);
const given = JSON.parse(input) as CaseInput;
const ground = await openGround(given);
const folder = `${given.folder}/service`;
mkdirSync(folder, { recursive: true });
const snapshots = await openSnapshotShelf(ground, folder);
if (snapshot === 'snapshot') await snapshots.rebuild('nation');
const service: Service = {
  ground,
  handlers: HANDLERS,
  authenticate: async () => authenticated(DESK),
  limits: DEFAULT_LIMITS,
  demo: true,
  instance: 'bench',
  snapshots,
};
const server = await createHttpServer(service, async () => undefined);
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);
process.stdin.resume().once('end', () => process.exit(0));
