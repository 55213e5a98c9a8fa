import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../../contract/app/decision.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import { accountForm } from '../../../tests/support/account-form.ts';
import type { Desk } from '../../../tests/support/desk.ts';
import { openDesk } from '../../../tests/support/desk.ts';
import type { HttpWorld } from '../../../tests/support/http-world.ts';
import { startHttpWorld } from '../../../tests/support/http-world.ts';
import { submitAccount } from '../../../tests/support/submit-account.ts';
import { readBatch } from '../../store/outbox/read-outbox.ts';
import { accountRequestsById, readAccountRequests } from '../../store/queries/account-rows.ts';
import type { SheetRow } from '../sheet-to-import.ts';

const VALIDATE: Decision = { kind: 'validate-account' };
const REFUSE: Decision = { kind: 'refuse-account', reason: 'Établissement inconnu de la région' };
const ATTACH: Decision = { kind: 'resolve-duplicate', resolution: 'attach-missions', reason: 'Même personne' };

describe('decisions on accounts', () => {
  let http: HttpWorld;
  const desks: Desk[] = [];
  beforeEach(async () => {
    http = await startHttpWorld();
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.dispose();
    await http.dispose();
  });
  const sit = async (person: Principal = http.world.regulator()): Promise<Desk> => {
    const desk = openDesk(http, person);
    desks.push(desk);
    await desk.step();
    return desk;
  };
  const submit = (patch: Parameters<typeof accountForm>[1] = {}) => submitAccount(http.world, patch);
  const states = (desk: Desk, batchId: string) =>
    readBatch(desk.store.statements, batchId).map(({ state, message }) => message ?? state);
  const mails = async () =>
    (await http.world.ground.database.read.selectFrom('mail').selectAll().orderBy('createdAt').execute()).map(
      ({ kind }) => kind,
    );

  it('F33 F113 shows a request validated at once; account, mail and missions follow at the service', async () => {
    const id = await submit();
    const desk = await sit();
    const preview = desk.decisions.preview(VALIDATE, [id]);
    expect(preview.rows[0]).toMatchObject({
      label: 'EHPAD de démonstration – Les Tilleuls · FICTIVE Claude',
      ...{ before: 'À VALIDER', after: 'VALIDÉE', outcome: 'changes' },
    });
    expect(preview.consequences.join(' ')).toMatch(/72 heures.*1 mission entre dans la file, pour 2 postes/);
    const batch = desk.decide(VALIDATE, [id]);
    expect(accountRequestsById(desk.store, [id]).get(id)).toMatchObject({ state: 'validated', hasOpenIntent: 1 });
    await desk.step();
    expect(states(desk, batch)).toEqual(['confirmed']);
    await desk.step();
    expect(desk.mirror('mission')).toMatchObject([{ headcount: 2, profession: 'infirmier-diplome-etat' }]);
    expect(await mails()).toEqual(['account-request-received', 'account-activation']);
    expect(desk.decisions.report(batch).undoRefusal).toContain('refusez-la avant son activation');
  });

  it('D2 F24 names every refusal before the commit: duplicates, settled ones, other regions', async () => {
    const [first, second] = [await submit(), await submit({ establishmentName: 'Un autre lieu', finess: '549900082' })];
    const desk = await sit();
    const preview = desk.decisions.preview(VALIDATE, [first, second, 'nowhere']);
    expect(preview.counts).toEqual({ changes: 1, unchanged: 0, invalid: 2 });
    expect(preview.rows.flatMap(({ remarks }) => remarks).join(' ')).toMatch(/doublon.*pas, ou plus/s);
    expect(desk.decisions.preview(ATTACH, [second]).rows[0]?.remarks.join()).toContain("traitez-la d'abord");
    expect(desk.decisions.preview(ATTACH, [first]).counts.invalid).toBe(1);
    const stranger = await sit(http.world.desk({ role: 'auditor', displayName: 'Audit', personId: 'audit' }));
    expect(stranger.decisions.preview(VALIDATE, [first]).counts.changes).toBe(0);
  });

  it('F24 F26 attaches a duplicate to the account of its e-mail, which then groups two establishments', async () => {
    const [first, second] = [await submit(), await submit({ establishmentName: 'Un autre lieu', finess: '549900082' })];
    const desk = await sit();
    desk.decide(VALIDATE, [first]);
    await desk.step();
    await desk.step();
    const [row] = desk.decisions.preview(ATTACH, [second]).rows;
    expect(row?.remarks.join(' ')).toMatch(/rejoint le compte de EHPAD.*regroupera aussi Un autre lieu/s);
    const batch = desk.decide(ATTACH, [second]);
    await desk.step();
    expect(states(desk, batch)).toEqual(['confirmed']);
    const [account] = await http.world.ground.database.read.selectFrom('account').selectAll().execute();
    expect(JSON.parse(account?.establishments ?? '[]')).toHaveLength(2);
  });

  it('says what becomes of the missions of a refused request, before and after its validation', async () => {
    const id = await submit();
    const desk = await sit();
    expect(desk.decisions.preview(REFUSE, [id]).consequences.join(' ')).toMatch(/motif par courriel.*non publiées/s);
    desk.decide(VALIDATE, [id]);
    await desk.step();
    await desk.step();
    expect(desk.decisions.preview(REFUSE, [id]).rows[0]?.remarks.join()).toContain('Le compte est fermé');
    const batch = desk.decide(REFUSE, [id]);
    await desk.step();
    expect(states(desk, batch)).toEqual(['confirmed']);
    await desk.step();
    expect(desk.mirror('mission')).toMatchObject([{ state: 'closed', closingReason: 'withdrawn' }]);
  });

  it('F34 F35 sends a new link for a validated account, and for no other', async () => {
    const id = await submit();
    const desk = await sit();
    expect(desk.decisions.preview({ kind: 'renew-activation' }, [id]).counts.invalid).toBe(1);
    desk.decide(VALIDATE, [id]);
    await desk.step();
    await desk.step();
    const batch = desk.decide({ kind: 'renew-activation' }, [id]);
    await desk.step();
    expect(states(desk, batch)).toEqual(['confirmed']);
    expect((await mails()).at(-1)).toBe('account-activation-renewed');
    expect(desk.decisions.report(batch).undoRefusal).toContain('ne se reprend pas');
  });

  it('F42 sends the lines of a sheet one by one, each with its verdict', async () => {
    const desk = await sit();
    const line = (number: number, patch: Partial<SheetRow> = {}): readonly [string, SheetRow] => {
      const { requestId: _, missions: __, establishmentName: name, ...form } = accountForm('x');
      const account = {
        requester: {
          lastName: form.lastName,
          firstName: form.firstName,
          email: `l${number}@demo.example`,
          phone: form.phone,
        },
        establishment: {
          ...{ name, category: form.category, finess: form.finess, gid: null, address: form.address },
          ...{ postalCode: form.postalCode, city: form.city, agency: 6 as const },
        },
      };
      return [
        `L${number}`,
        { line: number, requestId: http.world.nextId(), account, refusal: null, warnings: [], ...patch },
      ];
    };
    const elsewhere = line(4);
    const sheet = new Map([
      line(2),
      line(3, { account: null, refusal: 'e-mail : à remplir.' }),
      [elsewhere[0], { ...elsewhere[1], warnings: ['CP : autre région.'] }] as const,
    ]);
    const decision: Decision = { kind: 'import-accounts', importId: 'i-1' };
    const preview = desk.decisions.previewImport(decision, [...sheet.keys(), 'L9'], sheet);
    expect(preview.counts).toEqual({ changes: 2, unchanged: 0, invalid: 2 });
    const { batchId } = desk.decisions.commit(preview.previewId, null);
    expect(readAccountRequests(desk.store).map(({ state, origin }) => [state, origin])).toEqual([
      ['validated', 'import'],
      ['validated', 'import'],
    ]);
    expect(desk.decisions.previewImport(decision, ['L2'], sheet).counts.unchanged).toBe(1);
    await desk.step();
    expect(states(desk, batchId)).toEqual(['confirmed', 'confirmed']);
    expect((await mails()).filter((kind) => kind === 'account-activation')).toHaveLength(2);
  });
});
