/** Volunteers: signing up, correcting one's record, depositing pieces, duplicates. DOMAIN §3. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CandidateForm } from '../../contract/national/forms/candidate-form.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { changeOwnRecord } from '../../national-api/candidates/change-own-record.ts';
import { depositDocument } from '../../national-api/candidates/deposit-document.ts';
import { findDuplicates } from '../../national-api/candidates/find-duplicates.ts';
import { signUpCandidate } from '../../national-api/candidates/sign-up-candidate.ts';
import { principalOfSubject } from '../../national-api/identity/principal-of-subject.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

function candidateForm(candidateId: string, patch: Partial<CandidateForm> = {}): CandidateForm {
  return {
    candidateId,
    lastName: 'Inventée',
    firstName: 'Dominique',
    email: 'dominique.inventee@courriel.example',
    phone: '06 39 98 01 23',
    profession: 'infirmier-diplome-etat',
    specialty: null,
    identifierKind: 'rpps',
    identifier: '10003461033',
    postalCode: '54000',
    city: 'Nancy',
    activityKind: 'Retraité',
    message: 'Disponible le matin',
    startDate: '2020-11-16',
    endDate: null,
    weekdays: true,
    weekend: false,
    vehicle: true,
    ehpad: true,
    intensiveCare: false,
    vaccinationExperience: false,
    vaccinationHelp: true,
    mobilisation: 'national',
    ...patch,
  };
}

const PDF = Buffer.from('%PDF-1.7\ninvented');

onBothDatabases('candidate records', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(kind);
  });
  afterEach(() => world.dispose());

  const self = async (id: string): Promise<Principal> => {
    const answer = await principalOfSubject(
      world.ground.database.read,
      { kind: 'candidate', id },
      world.ground.clock(),
    );
    if (!answer.ok) throw new Error(answer.code);
    return answer.principal;
  };
  async function signUp(patch: Partial<CandidateForm> = {}): Promise<string> {
    const id = world.nextId();
    await signUpCandidate(world.ground, candidateForm(id, patch));
    return id;
  }

  it('F66 F67 F69 F76 F134 takes a questionnaire once, numbers it, and mails the volunteer', async () => {
    const pool = await world.place('pool', { kind: 'regional-volunteers', agency: 6, memberEstablishments: '[]' });
    const id = world.nextId();
    const first = await signUpCandidate(world.ground, candidateForm(id));
    expect(await signUpCandidate(world.ground, candidateForm(id))).toEqual(first);
    const second = await signUpCandidate(world.ground, candidateForm(world.nextId(), { email: 'b@courriel.example' }));
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(await world.row('candidate', id)).toMatchObject({
      verification: 'to-verify',
      availability: 'available',
      engagement: 'none',
      agency: 6,
      departement: '54',
      weekdays: 1,
      weekend: 0,
      endDate: null,
      pools: JSON.stringify([pool.id]),
      poolKinds: 4 + 16,
    });
    const mails = await world.ground.database.read.selectFrom('mail').select(['kind', 'recipient']).execute();
    expect(mails).toHaveLength(2);
    expect(mails[0]).toEqual({ kind: 'candidate-registered', recipient: 'dominique.inventee@courriel.example' });
  });

  it('keeps the telephone, the e-mail and the message out of the row that the feed carries', async () => {
    const id = await signUp();
    const feed = JSON.stringify(await world.ground.database.read.selectFrom('feed').selectAll().execute());
    const journal = JSON.stringify(await world.ground.database.read.selectFrom('journalValue').selectAll().execute());
    expect(feed + journal).not.toContain('0639980123');
    expect(journal).not.toContain('Disponible le matin');
    const contact = await world.ground.database.read
      .selectFrom('candidateContact')
      .selectAll()
      .where('candidateId', '=', id)
      .executeTakeFirst();
    expect(contact).toMatchObject({ phone: '0639980123', message: 'Disponible le matin' });
  });

  it('F68 says every wrong answer at once and writes nothing', async () => {
    const wrong = candidateForm(world.nextId(), {
      email: 'x',
      phone: 'y',
      identifier: '12',
      postalCode: '00000',
      startDate: '2020-02-30',
      specialty: 'SM46',
    });
    await expect(signUpCandidate(world.ground, wrong)).rejects.toMatchObject({
      code: 'invalid-input',
      errors: expect.arrayContaining(
        ['/email', '/phone', '/identifier', '/postalCode', '/startDate', '/specialty'].map((pointer) =>
          expect.objectContaining({ pointer }),
        ),
      ),
    });
    expect(await world.ground.database.read.selectFrom('candidate').selectAll().execute()).toEqual([]);
  });

  it('numbers volunteers who sign up at once without a gap or a twin', async () => {
    const ids = Array.from({ length: 8 }, () => world.nextId());
    const receipts = await Promise.all(
      ids.map((id, index) => signUpCandidate(world.ground, candidateForm(id, { email: `v${index}@courriel.example` }))),
    );
    expect(receipts.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('F162 lets a volunteer correct their own record, nobody else’s', async () => {
    const id = await signUp();
    const other = await signUp({ email: 'autre@courriel.example' });
    const actor = await self(id);
    const row = await changeOwnRecord(world.ground, actor, id, { postalCode: '75011', city: 'Paris', weekend: true });
    expect(row).toMatchObject({ agency: 10, departement: '75', weekend: 1, vehicle: 1, version: 2 });
    await expect(changeOwnRecord(world.ground, actor, other, { weekend: true })).rejects.toMatchObject({
      code: 'out-of-scope',
    });
    await expect(changeOwnRecord(world.ground, actor, id, { endDate: '2020-01-01' })).rejects.toMatchObject({
      errors: [expect.objectContaining({ pointer: '/endDate' })],
    });
  });

  it('F74 takes a piece for what its bytes say, one of each kind, under a safe name', async () => {
    const id = await signUp();
    const actor = await self(id);
    const deposit = (fileName: string, content: Uint8Array) =>
      depositDocument(world.ground, actor, id, { kind: 'diploma', fileName, content });
    await expect(deposit('diplome.pdf', Buffer.from('<html>'))).rejects.toMatchObject({ code: 'document-refused' });
    await expect(deposit('gros.pdf', Buffer.alloc(5 * 1024 * 1024 + 1, PDF))).rejects.toMatchObject({
      code: 'document-refused',
    });
    await deposit('diplome.pdf', PDF);
    await deposit('..\\..\\nouveau diplôme.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    const pieces = await world.ground.database.read.selectFrom('candidateDocument').selectAll().execute();
    expect(pieces.map(({ fileName, mediaType }) => [fileName, mediaType])).toEqual([
      ['nouveau diplôme.jpg', 'image/jpeg'],
    ]);
    expect(await world.row('candidate', id)).toMatchObject({ diploma: 1, identityDocument: 0 });
  });

  it('finds the records of one person by e-mail or RPPS, for the ARS of any of them', async () => {
    const first = await signUp();
    const second = await signUp({ email: 'DOMINIQUE.inventee@courriel.example ', identifier: '10101010101' });
    const third = await signUp({ email: 'autre@courriel.example', postalCode: '75011', city: 'Paris' });
    const here = await findDuplicates(world.ground.database.read, 6);
    const ids = here.map(({ by, candidates }) => [by, candidates.map(({ id }) => id)]);
    expect(ids).toEqual([
      ['email', [first, second]],
      ['identifier', [first, third]],
    ]);
    expect((await findDuplicates(world.ground.database.read, 10)).map(({ by }) => by)).toEqual(['identifier']);
    expect(await findDuplicates(world.ground.database.read, 14)).toEqual([]);
    expect(await findDuplicates(world.ground.database.read, null)).toHaveLength(2);
  });
});
