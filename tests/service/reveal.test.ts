/** Contact details and documents: a reason, a mission, a line before the answer, a quota. DOMAIN §4.10; TRUST S45, S61, D5. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';
import { proposed } from '../support/regulation.ts';

onBothDatabases('reveals', (kind) => {
  let http: HttpWorld;
  beforeEach(async () => {
    http = await startHttpWorld({ kind, limits: { peoplePerDay: 3 } });
  });
  afterEach(() => http.dispose());

  async function person(patch = {}) {
    const candidate = await http.world.candidate(patch);
    await http.world.ground.database.write
      .insertInto('candidateContact')
      .values({
        candidateId: candidate.id,
        email: `${candidate.id}@volontaire.example`,
        phone: '0639980001',
        message: 'Libre le soir',
      })
      .execute();
    return candidate;
  }
  const looks = () =>
    http.world.ground.database.read
      .selectFrom('readJournal')
      .select(['what', 'subjectId', 'missionId', 'reason', 'result', 'actorId'])
      .orderBy('number')
      .execute();
  const reveal = (as: Parameters<HttpWorld['call']>[2], id: string, body: unknown) =>
    http.call('POST', `/v1/candidates/${id}/reveal-contact`, { ...as, body });

  it('S61 shows one person for the mission at hand, and the line is there before the answer', async () => {
    const candidate = await person();
    const mission = await http.world.mission();
    const body = { reason: 'offer-the-mission', missionId: mission.id };
    const answer = await reveal({ as: http.world.regulator() }, candidate.id, body);
    expect(answer).toMatchObject({
      status: 200,
      json: { candidateId: candidate.id, phone: '0639980001', message: 'Libre le soir' },
    });
    expect(await looks()).toEqual([
      {
        what: 'contact',
        subjectId: candidate.id,
        missionId: mission.id,
        reason: 'offer-the-mission',
        result: 'shown',
        actorId: 'regulator-6',
      },
    ]);
  });

  it('D5 shows nothing when the line cannot be written', async () => {
    const candidate = await person();
    const mission = await http.world.mission();
    const { write } = http.world.ground.database;
    await write.schema.alterTable('readJournal').renameTo('readJournalAside').execute();
    const body = { reason: 'offer-the-mission', missionId: mission.id };
    const answer = await reveal({ as: http.world.regulator() }, candidate.id, body);
    await write.schema.alterTable('readJournalAside').renameTo('readJournal').execute();
    expect(answer).toMatchObject({ status: 500, json: { code: 'internal-fault' } });
    expect(answer.text).not.toContain('0639980001');
    expect(answer.text).not.toMatch(/readJournal|SQLITE|relation/i);
    expect(await looks()).toEqual([]);
  });

  it('asks for one of five reasons, and for a mission where the reason is about one', async () => {
    const candidate = await person();
    const me = { as: http.world.regulator() };
    expect(await reveal(me, candidate.id, { reason: 'curiosity', missionId: null })).toMatchObject({ status: 400 });
    expect(await reveal(me, candidate.id, { reason: 'offer-the-mission', missionId: null })).toMatchObject({
      status: 422,
      json: { code: 'reveal-needs-mission' },
    });
    expect(await reveal(me, candidate.id, { reason: 'verify-documents', missionId: null })).toMatchObject({
      status: 200,
    });
    expect((await looks()).map(({ result }) => result)).toEqual(['refused:reveal-needs-mission', 'shown']);
  });

  it('leaves a line for a refusal, and opens a person of elsewhere once proposed', async () => {
    const candidate = await person({ agency: 14, departement: '31', postalCode: '31000', city: 'Toulouse' });
    const here = await http.world.mission();
    const there = await http.world.mission({ agency: 14, departement: '31' });
    const body = { reason: 'offer-the-mission', missionId: there.id };
    const me = { as: http.world.regulator(6) };
    expect(await reveal(me, candidate.id, { ...body, missionId: here.id })).toMatchObject({
      status: 403,
      json: { code: 'out-of-scope' },
    });
    expect(await reveal(me, candidate.id, body)).toMatchObject({ status: 403 });
    expect(await reveal({ as: http.world.regulator(14) }, candidate.id, body)).toMatchObject({ status: 200 });
    expect((await looks()).map(({ result }) => result)).toEqual([
      'refused:out-of-scope',
      'refused:out-of-scope',
      'shown',
    ]);
  });

  it('F159 shows an establishment whom it may contact: proposed, or in direct access, and nobody else', async () => {
    const { world } = http;
    const mission = await world.mission();
    const free = await person();
    const suggested = await person();
    await proposed(world, mission, suggested);
    const elsewhere = await person({ agency: 14, departement: '31' });
    const otherTrade = await person({ profession: 'psychologue' });
    const body = { reason: 'offer-the-mission', missionId: mission.id };
    const statusFor = async (id: string) =>
      (await reveal({ as: world.requester(mission.establishmentId) }, id, body)).status;
    expect(await statusFor(free.id)).toBe(200);
    expect(await statusFor(suggested.id)).toBe(200);
    expect(await statusFor(elsewhere.id)).toBe(403);
    expect(await statusFor(otherTrade.id)).toBe(403);
    await world.place('crisisMode', { id: '6:*', agency: 6, active: 1 });
    expect(await statusFor(free.id)).toBe(403);
    expect(await statusFor(suggested.id)).toBe(200);
    expect((await reveal({ as: world.requester('another-house') }, suggested.id, body)).status).toBe(403);
  });

  it('S45 stops at the quota of distinct people of a day, tells it, and opens again the day after', async () => {
    const { world } = http;
    const mission = await world.mission();
    const people = [await person(), await person(), await person(), await person()];
    const body = { reason: 'offer-the-mission', missionId: mission.id };
    const statuses = [];
    for (const { id } of [...people, ...people]) {
      statuses.push((await reveal({ as: world.regulator() }, id, body)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 200, 200, 200, 429]);
    const last = await reveal({ as: world.regulator() }, people[3]?.id ?? '', body);
    expect(last.json).toMatchObject({ code: 'people-quota-reached', retryAfter: 3600 });
    expect(last.headers.get('retry-after')).toBe('3600');
    expect((await looks()).at(-1)).toMatchObject({ result: 'refused:people-quota-reached' });
    expect(
      (await reveal({ as: world.regulator(6, { personId: 'colleague' }) }, people[3]?.id ?? '', body)).status,
    ).toBe(200);
    world.advance(24);
    expect((await reveal({ as: world.regulator() }, people[3]?.id ?? '', body)).status).toBe(200);
  });

  it('F74 shows a document to a regulator, never to an establishment', async () => {
    const { world } = http;
    const candidate = await person();
    const mission = await world.mission();
    await proposed(world, mission, candidate);
    await world.ground.database.write
      .insertInto('candidateDocument')
      .values({
        id: 'piece',
        candidateId: candidate.id,
        kind: 'diploma',
        fileName: 'diplome.pdf',
        mediaType: 'application/pdf',
        content: Buffer.from('%PDF-1.7 inventé').toString('base64'),
      })
      .execute();
    const body = { reason: 'verify-documents', missionId: null };
    const path = (piece: string) => `/v1/candidates/${candidate.id}/documents/${piece}/reveal`;
    const shown = await http.call('POST', path('diploma'), { as: world.regulator(), body });
    expect(shown).toMatchObject({ status: 200, json: { fileName: 'diplome.pdf', mediaType: 'application/pdf' } });
    const absent = await http.call('POST', path('identity'), { as: world.regulator(), body });
    expect(absent).toMatchObject({ status: 404, json: { code: 'unknown-document' } });
    const requester = { as: world.requester(mission.establishmentId), body: { ...body, missionId: mission.id } };
    expect(await http.call('POST', path('diploma'), requester)).toMatchObject({
      status: 403,
      json: { code: 'no-right' },
    });
  });
});
