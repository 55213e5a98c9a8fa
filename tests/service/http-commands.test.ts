/** Decisions by HTTP: the statuses of a single one, the verdicts of a batch, exactly once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';

onBothDatabases('commands by HTTP', (kind) => {
  let http: HttpWorld;
  beforeEach(async () => {
    http = await startHttpWorld({ kind });
  });
  afterEach(() => http.dispose());

  async function priority(level: 'P1' | 'P2') {
    const { world } = http;
    const mission = await world.mission();
    return world.command('mission.set-priority', mission.id, { priority: level, reason: 'Service fermé demain' });
  }

  it('answers 200 with the verdict, and the same again to a replay', async () => {
    const command = await priority('P1');
    const path = `/v1/commands/${command.commandId}`;
    const first = await http.call('PUT', path, { as: http.world.regulator(), body: command });
    const replay = await http.call('PUT', path, { as: http.world.regulator(), body: command });
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({ outcome: 'accepted', commandId: command.commandId });
    expect(replay.json).toEqual(first.json);
  });

  it('answers 422 to a known id with another body, 409 to a loser, 422 to an address that says another id', async () => {
    const { world } = http;
    const command = await priority('P1');
    const path = `/v1/commands/${command.commandId}`;
    await http.call('PUT', path, { as: world.regulator(), body: command });
    const altered = { ...command, input: { ...command.input, priority: 'P4' } };
    const reused = await http.call('PUT', path, { as: world.regulator(), body: altered });
    expect(reused.status).toBe(422);
    expect(reused.json).toMatchObject({ code: 'command-id-reused', verdict: { outcome: 'refused' } });
    const late = { ...altered, commandId: world.nextId() };
    const conflict = await http.call('PUT', `/v1/commands/${late.commandId}`, { as: world.regulator(), body: late });
    expect(conflict.status).toBe(409);
    expect(conflict.json).toMatchObject({
      type: '/v1/problems/fact-changed',
      verdict: { outcome: 'conflict', author: 'Régulation 6', at: '2020-11-15T08:00:00.000Z' },
    });
    const elsewhere = await http.call('PUT', `/v1/commands/${world.nextId()}`, { as: world.regulator(), body: late });
    expect(elsewhere).toMatchObject({ status: 422, json: { code: 'command-id-mismatch' } });
    expect(elsewhere.headers.get('content-type')).toContain('application/problem+json');
  });

  it('judges a batch one by one and in order', async () => {
    const { world } = http;
    const commands = [await priority('P1'), await priority('P2')];
    const answer = await http.call('POST', '/v1/commands', {
      as: world.regulator(),
      body: { commands: [...commands, { ...commands[0], commandId: world.nextId() }] },
    });
    expect(answer.status).toBe(200);
    const verdicts = (answer.json?.['verdicts'] ?? []) as { outcome: string }[];
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'conflict']);
  });
});
