/** What an establishment reads: its own missions without the regulators' facts, and exactly the people it may contact. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Principal } from '../../contract/national/principal.ts';
import { HANDLERS } from '../../national-api/commands/handlers.ts';
import { reachableCandidates } from '../../national-api/establishment/reachable-candidates.ts';
import { CommandConflict, CommandRefusal } from '../../national-api/kernel/command-outcome.ts';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import { UnitOfWork } from '../../national-api/kernel/unit-of-work.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';
import { assigned, proposed } from '../support/regulation.ts';

/** The same value several times: likelier. */
const many = <Value>(value: Value, times: number): Value[] => Array.from({ length: times }, () => value);

const candidateTraits = fc.record({
  profession: fc.constantFrom(...many('infirmier-diplome-etat', 4), 'aide-soignant'),
  agency: fc.constantFrom(6, 6, 6, 6, 14, 14, 10),
  mobilisation: fc.constantFrom('national', 'national', 'local'),
  weekend: fc.constantFrom<0 | 1>(0, 1, 1, 1),
  vehicle: fc.constantFrom<0 | 1>(0, 1, 1, 1),
  vaccinationHelp: fc.constantFrom<0 | 1>(0, 1),
  availability: fc.constantFrom(...many('available', 5), 'unavailable'),
  poolKinds: fc.constantFrom(4, 4, 4, 4, 8, 32),
  engagement: fc.constantFrom(...many('none', 8), 'proposed', 'contacted', 'refused', 'assigned'),
});
const missionTraits = fc.record({
  weekend: fc.constantFrom<0 | 1>(0, 0, 1),
  vehicle: fc.constantFrom<0 | 1>(0, 0, 1),
  vaccinationHelp: fc.constantFrom<0 | 1>(0, 0, 0, 1),
  headcount: fc.constantFrom(0, ...many(2, 6)),
  state: fc.constantFrom(...many('open', 6), 'closed'),
});
const regionTraits = fc.record({
  crisis: fc.constantFrom(null, null, null, 6, 14),
  profession: fc.constantFrom(null, 'infirmier-diplome-etat', 'aide-soignant'),
  granted: fc.boolean(),
  opened: fc.boolean(),
});

onBothDatabases('what an establishment reads', (kind) => {
  let http: HttpWorld;
  beforeEach(async () => {
    http = await startHttpWorld({ kind });
  });
  afterEach(() => http.dispose());

  /** Tries the contact itself, and undoes it. */
  async function mayContact(actor: Principal, missionId: string, candidateId: string): Promise<boolean> {
    const { ground } = http.world;
    const command = http.world.command('proposal.contact', http.world.nextId(), { missionId, candidateId });
    const undo = new Error('undo');
    let contacted = false;
    await ground.database
      .transaction(async (writer) => {
        const work = new UnitOfWork(writer, ground);
        await HANDLERS.get('proposal.contact')?.execute({ work, actor, command });
        contacted = true;
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo && !(error instanceof CommandRefusal) && !(error instanceof CommandConflict)) throw error;
      });
    return contacted;
  }

  async function engage(candidateId: string, engagement: string, here: Stored<'mission'>): Promise<void> {
    const { world } = http;
    if (engagement === 'none') return;
    // Refused by this very mission; engaged by another.
    const mission = engagement === 'refused' ? here : await world.mission({ headcount: 9 });
    const state = engagement === 'assigned' ? 'accepted' : engagement === 'proposed' ? 'open' : engagement;
    await world.place('proposal', {
      missionId: mission.id,
      candidateId,
      establishmentId: mission.establishmentId,
      establishmentName: mission.establishmentName,
      missionAgency: 6,
      candidateAgency: 6,
      profession: mission.profession,
      state,
      origin: 'agency',
      proposedByName: 'Régulation',
      proposedAt: mission.createdAt,
      contactedAt: mission.createdAt,
      decidedAt: mission.createdAt,
      startDate: '2020-11-16',
      endDate: '2020-11-30',
    });
  }

  it('F93-F99 F103 lists in direct access exactly those whom the contact itself would take', async () => {
    const seen = { listed: 0, kept: 0 };
    await fc.assert(
      fc.asyncProperty(
        missionTraits,
        regionTraits,
        fc.array(candidateTraits, { minLength: 3, maxLength: 10 }),
        async (needs, region, traits) => {
          const { world } = http;
          const { write } = world.ground.database;
          for (const table of ['proposal', 'candidate', 'crisisMode', 'directAccess', 'opening'] as const) {
            await write.deleteFrom(table).execute();
          }
          const closing = needs.state === 'closed' ? { closingReason: 'withdrawn' } : {};
          const mission = await world.mission({
            ...needs,
            ...closing,
            vaccinationProfessions: '["aide-soignant","infirmier-diplome-etat"]',
          });
          if (region.crisis !== null) {
            const id = `${region.crisis}:${region.profession ?? '*'}`;
            await world.place('crisisMode', { id, agency: region.crisis, profession: region.profession, active: 1 });
          }
          if (region.granted) {
            const { establishmentId } = mission;
            const at = mission.createdAt;
            await world.place('directAccess', {
              agency: 6,
              establishmentId,
              untilDate: '2020-12-01',
              reason: 'x',
              byName: 'x',
              at,
            });
          }
          if (region.opened) {
            await world.place('opening', {
              state: 'active',
              receiverAgency: 6,
              lenderAgencies: '[14]',
              poolKinds: 4,
              professions: '[]',
              specialties: '[]',
              mobilisations: '["national"]',
              fromDate: '2020-11-01',
              untilDate: '2020-12-01',
              ceiling: 5,
              authorName: 'CCS',
            });
          }
          const ids: string[] = [];
          for (const { engagement, ...candidate } of traits) {
            const derived = engagement === 'refused' || engagement === 'none' ? 'none' : engagement;
            const { id } = await world.candidate({ ...candidate, engagement: derived });
            await engage(id, engagement, mission);
            ids.push(id);
          }
          const actor = world.requester(mission.establishmentId);
          const page = await reachableCandidates(world.ground, actor, { id: mission.id, from: 0, limit: 100 });
          const listed = page.candidates.map(({ id }) => id);
          const contactable: string[] = [];
          for (const id of ids) if (await mayContact(actor, mission.id, id)) contactable.push(id);
          expect([...listed].sort()).toEqual(contactable.sort());
          expect(page.candidates.every(({ access }) => access === 'direct')).toBe(true);
          seen.listed += listed.length;
          seen.kept += ids.length - listed.length;
        },
      ),
      { numRuns: kind === 'sqlite' ? 40 : 12, seed: 7 },
    );
    expect(seen.listed).toBeGreaterThan(kind === 'sqlite' ? 15 : 3);
    expect(seen.kept).toBeGreaterThan(15);
  }, 120_000);

  it('F100 says why the list is what it is: direct access, people proposed only, nothing to fill', async () => {
    const { world } = http;
    const mission = await world.mission({ headcount: 2 });
    await world.candidate({ lastName: 'Libre' });
    const chosen = await world.candidate({ lastName: 'Choisie' });
    await proposed(world, mission, chosen);
    const as = world.requester(mission.establishmentId);
    const read = async () => (await http.call('GET', `/v1/missions/${mission.id}/candidates`, { as })).json ?? {};
    const direct = await read();
    expect(direct).toMatchObject({ mode: 'direct', total: 2 });
    expect(direct['candidates']).toMatchObject([
      { lastName: 'Choisie', access: 'proposed', status: 'EN COURS', proposalState: 'open' },
      { lastName: 'Libre', access: 'direct', status: 'VÉRIFIÉ', proposalId: null },
    ]);
    await world.place('crisisMode', { id: '6:*', agency: 6, active: 1 });
    expect(await read()).toMatchObject({ mode: 'proposed-only', total: 1 });
    const filled = await world.mission({ headcount: 0, establishmentId: mission.establishmentId });
    const none = await http.call('GET', `/v1/missions/${filled.id}/candidates`, { as });
    expect(none.json).toEqual({ candidates: [], total: 0, next: null, mode: 'not-open' });
  });

  it('F97 F128 ranks by match and gives twenty a page, without a phone, an address or a message', async () => {
    const { world } = http;
    const mission = await world.mission({ ehpad: 1 });
    for (let count = 0; count < 25; count += 1) await world.candidate({ ehpad: count === 17 ? 1 : 0 });
    const as = world.requester(mission.establishmentId);
    const first = await http.call('GET', `/v1/missions/${mission.id}/candidates`, { as });
    const second = await http.call('GET', `/v1/missions/${mission.id}/candidates?from=20`, { as });
    const people = (first.json?.['candidates'] ?? []) as { ehpad: boolean; points: number; hints: string[] }[];
    expect(people).toHaveLength(20);
    expect(people[0]).toMatchObject({ ehpad: true });
    expect(people[0]?.hints).toContain('Expérience en EHPAD.');
    expect(people.map(({ points }) => points)).toEqual(people.map(({ points }) => points).sort((a, b) => b - a));
    expect(first.json).toMatchObject({ total: 25, next: 20 });
    expect(second.json).toMatchObject({ next: null });
    expect(first.text).not.toMatch(/phone|email|"message"/);
  });

  it('F121 F27 shows the missions of its establishments, never the regulators’ note, lane or alert', async () => {
    const { world } = http;
    const mine = await world.mission({
      note: 'Mot de la cellule',
      priority: 'P1',
      alert: 'raised',
      regulatorName: 'Camille',
    });
    await world.mission();
    const as = world.requester(mine.establishmentId);
    const answer = await http.call('GET', '/v1/my/missions', { as });
    expect(answer.json).toMatchObject({
      missions: [{ id: mine.id, state: 'open', headcount: 1, accepted: 0 }],
      next: null,
    });
    expect(answer.text).not.toMatch(/Mot de la cellule|"P1"|raised|Camille|priority|note/);
    const seconds = [await world.mission({ establishmentId: mine.establishmentId }), mine].map(({ id }) => id).sort();
    const page = await http.call('GET', '/v1/my/missions?limit=1', { as });
    const rest = await http.call('GET', `/v1/my/missions?limit=1&after=${String(page.json?.['next'])}`, { as });
    const ids = [page, rest].flatMap(({ json }) =>
      ((json?.['missions'] ?? []) as { id: string }[]).map(({ id }) => id),
    );
    expect(ids).toEqual(seconds);
  });

  it('F159 tells an establishment its mission in a verdict, without those facts either', async () => {
    const { world } = http;
    const facts = { note: 'Mot de la cellule', priority: 'P1', priorityReason: 'Fermeture', alert: 'raised' };
    const mission = await world.mission({ ...facts, regulatorName: 'Camille' });
    const candidate = await world.candidate();
    const input = { missionId: mission.id, candidateId: candidate.id };
    const command = world.command('proposal.contact', world.nextId(), input);
    const as = world.requester(mission.establishmentId);
    const verdict = await http.call('PUT', `/v1/commands/${command.commandId}`, { as, body: command });
    expect(verdict).toMatchObject({ status: 200, json: { outcome: 'accepted' } });
    const rows = (verdict.json?.['rows'] ?? []) as { kind: string; row: object }[];
    expect(rows.find((one) => one.kind === 'mission')?.row).toMatchObject({
      contacted: 1,
      priority: 'none',
      note: null,
    });
    expect(verdict.text).not.toMatch(/Mot de la cellule|"P1"|Fermeture|raised|Camille/);
  });

  it('F133 shows proposals and assignments of its missions, and to a volunteer their own', async () => {
    const { world } = http;
    const mission = await world.mission({ headcount: 2 });
    const hired = await world.candidate({ firstName: 'Ève', lastName: 'Exemple' });
    const waiting = await world.candidate();
    await assigned(world, mission, hired);
    await proposed(world, mission, waiting);
    const as = world.requester(mission.establishmentId);
    const all = await http.call('GET', `/v1/my/proposals?missionId=${mission.id}&live=true`, { as });
    const proposals = (all.json?.['proposals'] ?? []) as { state: string; candidateName: string | null }[];
    expect(proposals.map(({ state }) => state).sort()).toEqual(['accepted', 'open']);
    expect(proposals.find(({ state }) => state === 'accepted')?.candidateName).toBe('Ève Exemple');
    const self = world.requester('none', { role: 'candidate', establishments: [], candidateId: hired.id });
    const own = await http.call('GET', '/v1/my/proposals', { as: self });
    expect(own.json?.['proposals']).toMatchObject([{ candidateId: hired.id, state: 'accepted' }]);
  });
});
