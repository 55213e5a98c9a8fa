/** A regulator proposes, the establishment contacts and accepts, and every workstation shows the same. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { Desk, DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { reachable, withAccount } from '../support/regulation.ts';
import { actByApi } from './act-by-api.ts';
import { SOON } from './decide.ts';
import { inDays } from './place-missions.ts';

interface Held {
  world: DeskWorld | null;
  mission: Stored<'mission'> | null;
  candidate: Stored<'candidate'> | null;
}

describe('from proposal to assignment', () => {
  const held: Held = { world: null, mission: null, candidate: null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.mission = await world.mission({ headcount: 2, startDate: inDays(3), endDate: inDays(30) });
      held.candidate = await world.candidate({ lastName: 'Noisetier', firstName: 'Lou', endDate: null });
      await world.candidate({ lastName: 'Cognassier', firstName: 'Sacha', endDate: null });
      await withAccount(world, held.mission);
      await reachable(world, held.candidate);
    });
  });
  afterAll(() => held.world?.dispose());

  const coverOn = async (page: Page): Promise<string> => page.locator('aside').innerText();

  it('F85 F91 F111 shows EN COURS, CONTACTÉ, then AFFECTÉ and 1/2 on every workstation', async () => {
    const { world: deskWorld, mission, candidate } = held;
    if (deskWorld === null || mission === null || candidate === null) throw new Error('No world');
    const proposer = await deskWorld.desk('Camille Aubépine', ['missions', 'candidates']);
    const colleague = await deskWorld.desk('Inès Coquelicot', ['missions']);
    const national = await deskWorld.desk('Ariel Cèdre', ['missions', 'candidates']);
    const desks = [proposer, colleague, national];
    await Promise.all(desks.map((desk) => desk.upToDate()));
    const statusOn = async (desk: Desk) =>
      (await desk.app.room.client.candidates.sheet({ id: candidate.id, missionId: null })).candidate['status'];

    for (const desk of desks) {
      const missions = await desk.page('missions');
      await missions.locator(`[data-row="${mission.id}"]`).click({ timeout: SOON.timeout });
      await expect.poll(() => coverOn(missions), SOON).toContain('0/2');
    }
    const people = await proposer.page('candidates');
    await people.locator(`[data-row="${candidate.id}"]`).click({ timeout: SOON.timeout });
    await people.getByRole('button', { name: 'Proposer', exact: true }).click({ timeout: SOON.timeout });
    await people.getByRole('button', { name: 'Confirmer pour 1', exact: true }).click({ timeout: SOON.timeout });
    for (const desk of desks) await expect.poll(() => statusOn(desk), SOON).toBe('EN COURS');

    const account = { kind: 'account', id: deskWorld.world.requester(mission.establishmentId).personId } as const;
    const proposal = async () => {
      const { read } = deskWorld.world.ground.database;
      return read.selectFrom('proposal').selectAll().where('missionId', '=', mission.id).executeTakeFirstOrThrow();
    };
    const proposed = await proposal();
    const [contacted] = await actByApi(deskWorld, account, {
      kind: 'proposal.contact',
      subject: proposed.id,
      version: proposed.version,
      input: { missionId: mission.id, candidateId: candidate.id },
    });
    expect(contacted).toMatchObject({ outcome: 'accepted' });
    for (const desk of desks) await expect.poll(() => statusOn(desk), SOON).toBe('CONTACTÉ');

    const [accepted] = await actByApi(deskWorld, account, {
      kind: 'proposal.accept',
      subject: proposed.id,
      version: (await proposal()).version,
      input: {},
    });
    expect(accepted).toMatchObject({ outcome: 'accepted' });
    for (const [index, desk] of desks.entries()) {
      await expect.poll(() => statusOn(desk), SOON).toBe('AFFECTÉ');
      const missions = await desk.page('missions');
      await missions.locator(`[data-row="${mission.id}"]`).click({ timeout: SOON.timeout });
      await expect.poll(() => coverOn(missions), SOON).toContain('1/2');
      expect(await coverOn(missions)).toContain('Noisetier Lou');
      await desk.picture('missions', `5-assigned-${index + 1}`);
      expect(await desk.errors()).toEqual([]);
    }
    await people.getByText('Exploration libre', { exact: true }).click();
    await people.locator(`[data-row="${candidate.id}"]`).click({ timeout: SOON.timeout });
    await expect.poll(() => people.locator('aside').innerText(), SOON).toMatch(/AFFECTÉ/);
    await proposer.picture('candidates', '5-candidate-assigned');
  });
});
