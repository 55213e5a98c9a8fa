/** Mails leave through a real SMTP server: once, after their grace, grouped; bounces and delays are seen. FEATURES A.11. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seal } from '../../national-api/kernel/seal.ts';
import { UnitOfWork } from '../../national-api/kernel/unit-of-work.ts';
import { cancelMails } from '../../national-api/mail/cancel-mails.ts';
import { deliverDueMails, retryDelay } from '../../national-api/mail/deliver-due-mails.ts';
import { createDemoBox } from '../../national-api/mail/mail-transport.ts';
import type { MailOrder } from '../../national-api/mail/queue-mail.ts';
import { queueMail } from '../../national-api/mail/queue-mail.ts';
import { createSmtpTransport } from '../../national-api/mail/smtp-transport.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const SENDER = 'noreply-renfortrh@sante.example';
const GRACE_HOURS = 121 / 3600;

/** Quoted-printable as people read it. */
function readable(source: string): string {
  const bytes = source
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

onBothDatabases('mail delivery', (kind) => {
  let world: World;
  let server: MailServer;
  beforeEach(async () => {
    world = await startWorld(kind);
    server = await startMailServer();
  });
  afterEach(async () => {
    await server.close();
    await world.dispose();
  });

  const smtp = () =>
    createSmtpTransport({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      user: null,
      password: null,
      sender: SENDER,
    });
  async function deliver() {
    const transport = smtp();
    try {
      return await deliverDueMails(world.ground, transport);
    } finally {
      transport.close();
    }
  }
  async function queue(...orders: MailOrder[]): Promise<void> {
    await world.ground.database.transaction(async (writer) => {
      const work = new UnitOfWork(writer, world.ground);
      for (const order of orders) queueMail(work, order);
      await seal(work);
    });
  }
  const mails = () => world.ground.database.read.selectFrom('mail').selectAll().orderBy('id').execute();
  const proposed = (recipient: string, patch: Partial<MailOrder> = {}): MailOrder => ({
    kind: 'candidates-proposed',
    recipient,
    variables: {
      author: 'Camille Aubépine (ARS Grand-Est)',
      by: "l'ARS Grand-Est",
      establishment: 'EHPAD de démonstration – Les Tilleuls',
      profession: "Infirmier diplômé d'État",
      startDate: '20 nov. 2020',
      endDate: '20 déc. 2020',
      candidateNumber: '6552',
    } as MailOrder['variables'],
    ...patch,
  });
  const proposal = () =>
    world.place('proposal', {
      missionId: 'm',
      candidateId: 'c',
      state: 'open',
      mailState: 'waiting',
      missionAgency: 6,
    });

  it('F138 F142 waits out the grace period, then leaves once, from the noreply address', async () => {
    const { id: proposalId } = await proposal();
    await queue(proposed('a@ehpad-demo.example', { proposalId }));
    expect(await deliver()).toEqual({ sent: 0, bounced: 0, later: 0 });
    world.advance(GRACE_HOURS);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(await deliver()).toMatchObject({ sent: 0 });
    expect(server.received).toHaveLength(1);
    const source = server.received[0]?.source ?? '';
    expect(source).toContain(`<${SENDER}>`);
    expect(source).toContain('Auto-Submitted: auto-generated');
    expect(readable(source)).toContain("l'ARS Grand-Est");
    expect(await world.row('proposal', proposalId)).toMatchObject({ mailState: 'sent', version: 1 });
    expect(await mails()).toMatchObject([{ state: 'sent', attempts: 1, sentAt: '2020-11-15T08:02:01.000Z' }]);
  });

  it('D2 joins the mails of one batch to one requester, and never those of two requesters', async () => {
    const batch = Array.from({ length: 5 }, () => proposed('a@ehpad-demo.example', { groupKey: 'batch-1' }));
    await queue(...batch, proposed('b@ehpad-demo.example', { groupKey: 'batch-1' }), proposed('a@ehpad-demo.example'));
    world.advance(GRACE_HOURS);
    expect(await deliver()).toMatchObject({ sent: 3 });
    const joined = server.received.map(({ to, source }) => ({ to, text: readable(source) }));
    const five = joined.find(({ text }) => text.includes('5. '));
    expect(five?.to).toBe('a@ehpad-demo.example');
    expect(five?.text.match(/L'administrateur RenfortRH/g)).toHaveLength(1);
    expect(new Set((await mails()).map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  it('F86 shows a bounce (550) on the proposal by the feed, and does not insist', async () => {
    const { id: proposalId } = await proposal();
    const before = await world.ground.database.read.selectFrom('feedHead').select('number').executeTakeFirstOrThrow();
    server.answer('ferme@ehpad-demo.example', 550);
    await queue(proposed('ferme@ehpad-demo.example', { proposalId }));
    world.advance(GRACE_HOURS);
    expect(await deliver()).toMatchObject({ bounced: 1 });
    expect(await world.row('proposal', proposalId)).toMatchObject({ mailState: 'bounced' });
    const told = await world.ground.database.read
      .selectFrom('feed')
      .select('number')
      .where('id', '=', proposalId)
      .executeTakeFirstOrThrow();
    expect(told.number).toBeGreaterThan(before.number);
    world.advance(48);
    expect(await deliver()).toEqual({ sent: 0, bounced: 0, later: 0 });
    expect(await mails()).toMatchObject([{ state: 'bounced', lastError: 'SMTP 550' }]);
  });

  it('tries a temporary refusal (451) again, later and later, until it leaves', async () => {
    server.answer('plein@ehpad-demo.example', 451);
    await queue(proposed('plein@ehpad-demo.example'));
    world.advance(GRACE_HOURS);
    expect(await deliver()).toMatchObject({ later: 1 });
    expect(await deliver()).toMatchObject({ later: 0 });
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 1, lastError: 'SMTP 451' }]);
    server.answer('plein@ehpad-demo.example', 250);
    world.advance(retryDelay(1) / 3600);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(server.received).toHaveLength(1);
    expect([1, 2, 3, 20].map(retryDelay)).toEqual([60, 120, 240, 21600]);
  });

  it('gives up after ten attempts, and says so', async () => {
    server.answer('plein@ehpad-demo.example', 451);
    await queue(proposed('plein@ehpad-demo.example'));
    for (let attempt = 0; attempt < 12; attempt += 1) {
      world.advance(7);
      await deliver();
    }
    expect(await mails()).toMatchObject([{ state: 'failed', attempts: 10 }]);
  });

  it('waits when the mail server is away: nothing is lost, nobody is taken for a bounce', async () => {
    await queue(proposed('a@ehpad-demo.example'));
    world.advance(GRACE_HOURS);
    const away = createSmtpTransport({
      host: '127.0.0.1',
      port: 1,
      secure: false,
      user: null,
      password: null,
      sender: SENDER,
    });
    expect(await deliverDueMails(world.ground, away)).toMatchObject({ later: 1 });
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  });

  it('leaves by exactly one of several instances', async () => {
    await queue(...Array.from({ length: 60 }, (_, index) => proposed(`a${index % 20}@ehpad-demo.example`)));
    world.advance(GRACE_HOURS);
    const reports = await Promise.all([deliver(), deliver(), deliver()]);
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(60);
    expect(server.received).toHaveLength(60);
  });

  it('takes over from a sender that died, when its lease ends', async () => {
    await queue(proposed('a@ehpad-demo.example'));
    world.advance(GRACE_HOURS);
    const dead = new AbortController();
    dead.abort();
    const transport = smtp();
    await deliverDueMails(world.ground, transport, dead.signal);
    transport.close();
    expect(await mails()).toMatchObject([{ state: 'sending' }]);
    expect(await deliver()).toMatchObject({ sent: 0 });
    world.advance(1);
    expect(await deliver()).toMatchObject({ sent: 1 });
  });

  it('an undo inside the grace period cancels the mail; one that is leaving is not said to be cancelled', async () => {
    const undone = await proposal();
    const leaving = await world.place('proposal', { missionId: 'm', candidateId: 'd', mailState: 'waiting' });
    await queue(
      proposed('a@ehpad-demo.example', { proposalId: undone.id }),
      proposed('b@ehpad-demo.example', { proposalId: leaving.id }),
    );
    await world.ground.database.transaction((writer) =>
      writer.updateTable('mail').set({ state: 'sending' }).where('proposalId', '=', leaving.id).execute(),
    );
    const cancelled = await world.ground.database.transaction(async (writer) => {
      const work = new UnitOfWork(writer, world.ground);
      return [await cancelMails(work, undone.id), await cancelMails(work, leaving.id)];
    });
    expect(cancelled).toEqual([['candidates-proposed'], []]);
    world.advance(GRACE_HOURS);
    await deliver();
    expect(server.received.map(({ to }) => to)).toEqual(['b@ehpad-demo.example']);
  });

  it('F34 wipes an activation link from the base once it has left; the demonstration keeps it to be read', async () => {
    const link = 'https://renfort-rh.example/oidc/activation?jeton=secret';
    const order: MailOrder = {
      kind: 'account-activation-renewed',
      recipient: 'a@ehpad-demo.example',
      variables: { link } as MailOrder['variables'],
      graceSeconds: 0,
    };
    await queue(order);
    await deliver();
    expect(readable(server.received[0]?.source ?? '')).toContain(link);
    expect((await mails()).map(({ body }) => body)).toEqual(['']);
    await queue(order);
    await deliverDueMails(world.ground, createDemoBox());
    expect((await mails()).filter(({ body }) => body.includes(link))).toHaveLength(1);
  });
});
