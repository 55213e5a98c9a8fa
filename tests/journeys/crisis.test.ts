/** Crisis mode on: its effect before the switch, then what it closes to establishments and what every cell sees. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintToken } from '../../national-api/identity/mint-token.ts';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { withAccount } from '../support/regulation.ts';
import { actByApi } from './act-by-api.ts';
import { SOON } from './decide.ts';
import { inDays } from './place-missions.ts';

const NURSES = '6:infirmier-diplome-etat';
const COUNT = 5;

describe('crisis mode', () => {
  const held = { world: null as DeskWorld | null, mission: null as Stored<'mission'> | null, people: [] as string[] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.mission = await world.mission({ headcount: 3, startDate: inDays(2), endDate: inDays(25) });
      for (let index = 0; index < COUNT; index += 1) held.people.push((await world.candidate({ endDate: null })).id);
      await withAccount(world, held.mission);
    });
  });
  afterAll(() => held.world?.dispose());

  it('F102 F103 D9 tells its effect before, closes direct access, and shows on every workstation', async () => {
    const { world: deskWorld, mission, people } = held;
    const [wanted = ''] = people;
    if (deskWorld === null || mission === null) throw new Error('No world');
    const account = { kind: 'account', id: deskWorld.world.requester(mission.establishmentId).personId } as const;
    const token = await mintToken(deskWorld.service.ground, account, 600);
    const reachedBy = async (): Promise<number> => {
      const address = new URL(`/v1/missions/${mission.id}/candidates`, deskWorld.service.url);
      const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return ((await response.json()) as { candidates: unknown[] }).candidates.length;
    };
    const lead = await deskWorld.desk('Noa Mirabelle', ['crisis', 'missions']);
    const colleague = await deskWorld.desk('Camille Aubépine', ['missions', 'crisis']);
    await Promise.all([lead.upToDate(), colleague.upToDate()]);
    expect(await reachedBy()).toBe(COUNT);

    const crisis = await lead.page('crisis');
    await crisis.locator(`[data-row="${NURSES}"]`).click({ timeout: SOON.timeout });
    const effect = crisis.locator('aside');
    await expect.poll(() => effect.innerText(), SOON).toContain('1 mission : ');
    expect(await effect.innerText()).toContain('5 personnes disponibles ne seront plus visibles');
    await lead.picture('crisis', '6-crisis-effect');
    await effect.getByRole('button', { name: /^Activer/ }).click();
    const dialog = crisis.getByRole('dialog');
    await dialog.getByLabel('Motif').fill('Troisième vague : les renforts passent par la cellule.');
    await dialog.getByRole('button', { name: 'Confirmer pour 1', exact: true }).click({ timeout: SOON.timeout });

    for (const desk of [lead, colleague]) {
      const page = await desk.page('crisis');
      const line = page.locator(`[data-row="${NURSES}"]`);
      await expect.poll(() => line.innerText(), SOON).toContain('Activé');
      await expect.poll(() => line.innerText(), SOON).toContain('Noa Mirabelle');
    }
    expect(await reachedBy()).toBe(0);
    const [refused] = await actByApi(deskWorld, account, {
      kind: 'proposal.contact',
      subject: deskWorld.service.ground.makeId(),
      version: 0,
      input: { missionId: mission.id, candidateId: wanted },
    });
    expect(refused).toMatchObject({ outcome: 'refused', code: 'crisis-mode' });

    // The cell still has all of them, and is now the only way to them.
    const missions = await colleague.page('missions');
    await missions.locator(`[data-row="${mission.id}"]`).click({ timeout: SOON.timeout });
    await expect.poll(() => missions.locator('aside').innerText(), SOON).toContain('5 dans vos viviers');
    await colleague.picture('crisis', '6-crisis-colleague');
    expect([...(await lead.errors()), ...(await colleague.errors())]).toEqual([]);
  });
});
