/** The whole service from outside: started from its command line, spoken to by HTTP only, on both databases. */
import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { Command } from '../../contract/national/commands/command.ts';
import type { FeedPage, SnapshotManifest } from '../../contract/national/feed.ts';
import type { MissionRow } from '../../contract/national/rows/mission-row.ts';
import { openDatabase } from '../../national-api/database/open-database.ts';
import { accountForm, TWO_NURSES } from '../support/account-form.ts';
import { freshAddress, onBothDatabases } from '../support/databases.ts';
import type { FreshAddress } from '../support/fresh-address.ts';
import type { ServiceProcess } from '../support/service-process.ts';
import { runService, startServiceProcess } from '../support/service-process.ts';
import { signIn } from '../support/sign-in.ts';

const REGULATOR = 'demo-camille-aubepine';
const LEAD = 'demo-noa-mirabelle';
const AUDITOR = 'demo-anael-genevrier';

onBothDatabases('the service from outside', (kind) => {
  let folder = '';
  let place: FreshAddress;
  let service: ServiceProcess;
  const tokens = new Map<string, string>();

  const startArguments = (): string[] => [
    '--data',
    folder,
    ...(kind === 'postgres' ? ['--database', place.address] : []),
  ];
  async function tokenOf(person: string): Promise<string> {
    const known = tokens.get(person) ?? (await signIn(service.url, person)).accessToken;
    tokens.set(person, known);
    return known;
  }
  async function ask<Body>(
    person: string | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Body }> {
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: {
        ...(person === null ? {} : { authorization: `Bearer ${await tokenOf(person)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Body };
  }
  /** Reads the feed from its beginning until a row is found. */
  async function findMission(wanted: (mission: MissionRow) => boolean): Promise<MissionRow> {
    for (let after = 0, scopeVersion = 0; ; ) {
      const { body } = await ask<FeedPage>(
        REGULATOR,
        'GET',
        `/v1/feed?after=${after}&scopeVersion=${scopeVersion}&limit=5000`,
      );
      for (const entry of body.entries) {
        if (entry.kind === 'mission' && 'row' in entry && wanted(entry.row as unknown as MissionRow)) {
          return entry.row as unknown as MissionRow;
        }
      }
      if (!body.more) throw new Error('No such mission in the feed');
      ({ after, scopeVersion } = body);
    }
  }
  const priority = (mission: MissionRow, level: 'P2' | 'P4'): Command<'mission.set-priority'> => ({
    commandId: randomUUID(),
    kind: 'mission.set-priority',
    subject: mission.id,
    version: mission.priorityVersion,
    origin: 'single',
    batchId: null,
    decidedAt: new Date().toISOString(),
    input: { priority: level, reason: 'Une aile ferme cette semaine' },
  });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'renfort-outside-'));
    place = await freshAddress(kind);
    service = await startServiceProcess(startArguments());
  }, 120_000);
  afterAll(async () => {
    service.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    await place.remove();
  });

  it('says on one line where it is and who may be played', () => {
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(service.people.length).toBeGreaterThan(36);
    expect(service.people).toContainEqual(
      expect.objectContaining({ name: 'Camille Aubépine', role: 'ars-regulator', agency: 6 }),
    );
  });

  it('F114 signs a regulator in by PKCE, gives missions, takes a priority, the same again, and refuses an altered one', async () => {
    const me = await ask(REGULATOR, 'GET', '/v1/me');
    expect(me).toMatchObject({ status: 200, body: { role: 'ars-regulator', agency: 6 } });
    const mission = await findMission(
      ({ state, priority: lane, endDate }) => state === 'open' && lane === 'none' && endDate > new Date().toISOString(),
    );
    expect(mission.agency).toBe(6);
    const command = priority(mission, 'P2');
    const path = `/v1/commands/${command.commandId}`;
    const first = await ask(REGULATOR, 'PUT', path, command);
    expect(first).toMatchObject({ status: 200, body: { outcome: 'accepted' } });
    expect(await ask(REGULATOR, 'PUT', path, command)).toEqual(first);
    const altered = { ...command, input: { ...command.input, priority: 'P4' } };
    expect(await ask(REGULATOR, 'PUT', path, altered)).toMatchObject({
      status: 422,
      body: { code: 'command-id-reused' },
    });
    expect(await ask(LEAD, 'PUT', path, command)).toMatchObject({ status: 422, body: { code: 'command-id-reused' } });
    const late = { ...altered, commandId: randomUUID() };
    expect(await ask(LEAD, 'PUT', `/v1/commands/${late.commandId}`, late)).toMatchObject({
      status: 409,
      body: { verdict: { outcome: 'conflict', author: 'Camille Aubépine (ARS Grand-Est)' } },
    });
    const batch = await ask<{ verdicts: unknown[] }>(REGULATOR, 'POST', '/v1/commands', { commands: [command, late] });
    expect(batch.body.verdicts).toMatchObject([first.body, { outcome: 'refused', code: 'command-id-reused' }]);
  });

  it('tells by an event that there is news, and only that', async () => {
    const stop = new AbortController();
    const response = await fetch(`${service.url}/v1/feed/news`, {
      headers: { authorization: `Bearer ${await tokenOf(LEAD)}` },
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (events: number) => {
      while (heard.split('event: news').length <= events) heard += (await reader.read()).value ?? '';
    };
    await until(1);
    const mission = await findMission(({ state, priority: lane }) => state === 'open' && lane === 'none');
    const command = priority(mission, 'P4');
    await ask(REGULATOR, 'PUT', `/v1/commands/${command.commandId}`, command);
    await until(2);
    stop.abort();
    expect(heard).not.toContain(mission.id);
    expect(heard).toMatch(/data: \{"head":\d+,"scopeVersion":\d+\}/);
  });

  it('gives the first transfer whole, and a signed snapshot whose signature and content hold', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(REGULATOR)}` };
    const bulk = await fetch(`${service.url}/v1/bulk`, { headers });
    const lines = zstdDecompressSync(new Uint8Array(await bulk.arrayBuffer()))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const [header, trailer] = [lines[0], lines.at(-1)].map((line) => JSON.parse(line ?? '') as Record<string, unknown>);
    const counts = Object.values(header?.['counts'] as Record<string, number>);
    expect(trailer).toEqual({ end: true, rows: counts.reduce((sum, count) => sum + count, 0) });

    const signed = await ask<{ manifest: SnapshotManifest; signature: string }>(
      REGULATOR,
      'GET',
      '/v1/snapshots/agency:6/manifest',
    );
    const { manifest, signature } = signed.body;
    const { body } = await ask<{ keys: { keyId: string; publicKey: string }[] }>(null, 'GET', '/v1/snapshot-keys');
    const key = body.keys.find(({ keyId }) => keyId === manifest.keyId);
    const bytes = Buffer.from(canonicalJson(manifest));
    expect(verify(null, bytes, createPublicKey(key?.publicKey ?? ''), Buffer.from(signature, 'base64'))).toBe(true);
    const content = await fetch(`${service.url}/v1/snapshots/agency:6/content?sha256=${manifest.sha256}`, { headers });
    const image = new Uint8Array(await content.arrayBuffer());
    expect(createHash('sha256').update(image).digest('hex')).toBe(manifest.sha256);
    expect(image.length).toBe(manifest.compressedBytes);
    expect((await ask(REGULATOR, 'GET', '/v1/snapshots/agency:14/manifest')).status).toBe(403);
  });

  it('F29 F34 takes an account request, its validation, and the activation by the mailed link, once', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const missions = [{ ...TWO_NURSES, startDate: today, endDate: today }];
    const form = accountForm(randomUUID(), { email: `compte-${kind}@etablissement.example`, missions });
    const asked = await ask(null, 'POST', '/v1/account-requests', form);
    expect(asked).toMatchObject({ status: 201, body: { state: 'submitted' } });
    const validation = {
      commandId: randomUUID(),
      kind: 'account-request.validate',
      subject: form.requestId,
      version: 1,
      origin: 'single',
      batchId: null,
      decidedAt: new Date().toISOString(),
      input: {},
    };
    const verdict = await ask(REGULATOR, 'PUT', `/v1/commands/${validation.commandId}`, validation);
    expect(verdict).toMatchObject({ status: 200, body: { outcome: 'accepted' } });
    const box = await ask<{ mails: { kind: string; body: string }[] }>(
      null,
      'GET',
      `/v1/outgoing-mail?recipient=${form.email}`,
    );
    const link = box.body.mails.find(({ kind: what }) => what === 'account-activation')?.body ?? '';
    const token = /[\w-]{32,}(?=\s|$)/m.exec(link)?.[0] ?? '';
    const activate = (password: string) => ask(null, 'POST', '/v1/account-activations', { token, password });
    expect(await activate('faible')).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
    expect(await activate('Motdepasse-2020!')).toMatchObject({ status: 200 });
    expect(await activate('Motdepasse-2020!')).toMatchObject({ status: 422, body: { code: 'activation-link-dead' } });
  });

  it('D7 lets each read their part of the journal, and an auditor verify it', async () => {
    const mine = await ask<{ lines: { actorId: string }[] }>(REGULATOR, 'GET', '/v1/journal?limit=500');
    expect(new Set(mine.body.lines.map(({ actorId }) => actorId))).toEqual(new Set([REGULATOR]));
    const region = await ask<{ lines: unknown[] }>(LEAD, 'GET', '/v1/journal?limit=500');
    expect(region.body.lines.length).toBeGreaterThan(mine.body.lines.length);
    expect(await ask(AUDITOR, 'GET', '/v1/journal/verification')).toMatchObject({
      status: 200,
      body: { intact: true, broken: null },
    });
    expect((await ask(REGULATOR, 'GET', '/v1/journal/verification')).status).toBe(403);
  });

  it('closes on SIGTERM, and its journal is verified from the command line; a tampered one is not', async () => {
    const stopped = await service.stop();
    expect(stopped).toMatchObject({ code: 0, errors: '' });
    const sound = await runService([...startArguments(), '--verify-journal']);
    expect(sound.code).toBe(0);
    expect(JSON.parse(sound.output)).toMatchObject({ intact: true, anchors: 1 });
    const database = await openDatabase(kind === 'sqlite' ? join(folder, 'national.sqlite') : place.address);
    const names = kind === 'sqlite' ? '"journalNoUPDATE"' : '"journalAppendOnly" ON "journal"';
    await sql.raw(`DROP TRIGGER ${names}`).execute(database.write);
    await sql`UPDATE "journal" SET "actorId" = 'somebody-else' WHERE "number" = 5`.execute(database.write);
    await database.close();
    const tampered = await runService([...startArguments(), '--verify-journal']);
    expect(tampered.code).toBe(1);
    expect(JSON.parse(tampered.output)).toMatchObject({ intact: false, broken: { number: 5 } });
  }, 60_000);
});

describe('the command line of the service', () => {
  it('refuses bad arguments with a French sentence and starts nothing', async () => {
    const refused = await runService(['--size', 'monde']);
    expect(refused).toMatchObject({ code: 2, output: '' });
    expect(refused.errors).toContain('--data : le dossier des données du service est obligatoire.');
    expect(refused.errors).toContain('--size : demo, region, nation.');
  });

  it('says in French why it cannot start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'renfort-refused-'));
    const refused = await runService(['--data', folder, '--settings', join(folder, 'absent.json')]);
    rmSync(folder, { recursive: true, force: true });
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toContain('Le service national n’a pas pu démarrer');
  });
});
