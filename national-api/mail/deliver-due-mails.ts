/**
 * Sends the mails whose grace period has passed. Any instance may run it at any time: a mail has exactly one sender.
 *
 * ```
 * waiting ──claim (own transaction)──▶ sending ──▶ sent
 *    ▲  └─ cancelled (by an undo)         ├──────▶ bounced   the address refuses: shown on the proposal
 *    │                                    ├──────▶ failed    after the last attempt
 *    └──────────── later, with a delay ───┘
 *                  (a sender that died is replaced when its lease ends)
 * ```
 *
 * Nothing is sent inside a transaction. Between a server's "250" and our "sent" a crash may send a mail twice: its
 * message id is the same, and that is the lesser evil.
 */
import type { Tables } from '../database/tables.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import { UnitOfWork } from '../kernel/unit-of-work.ts';
import { groupMails, joinMails } from './join-mails.ts';
import type { Delivery, MailTransport } from './mail-transport.ts';

type Mail = Tables['mail'];

const MOST_AT_ONCE = 200;
const LEASE_SECONDS = 600;
const MOST_ATTEMPTS = 10;
const FIRST_DELAY_SECONDS = 60;
const LONGEST_DELAY_SECONDS = 6 * 3600;
const MESSAGE_ID_DOMAIN = 'renfort-rh.example';
/** Their link is a secret: it is wiped from the base once it has left. */
const SECRET_KINDS: readonly string[] = ['account-activation', 'account-activation-renewed'];

/** Seconds before the next attempt: doubled each time. */
export function retryDelay(attempts: number): number {
  return Math.min(FIRST_DELAY_SECONDS * 2 ** Math.max(0, attempts - 1), LONGEST_DELAY_SECONDS);
}

/** Takes the due mails for this sender, whole groups at a time. */
async function claim(ground: Ground): Promise<readonly Mail[]> {
  const { database } = ground;
  return database.transaction(async (writer) => {
    // Two instances that claim at once would share a group between them.
    await database.lockSubjects(writer, ['mail:claim']);
    const now = ground.clock();
    const due = writer
      .selectFrom('mail')
      .selectAll()
      .where('state', 'in', ['waiting', 'sending'])
      .where('notBefore', '<=', isoInstant(now))
      .orderBy('notBefore')
      .orderBy('id');
    const lock = database.dialect === 'postgres';
    const first = await due
      .limit(MOST_AT_ONCE)
      .$if(lock, (query) => query.forUpdate().skipLocked())
      .execute();
    const groups = [...new Set(first.flatMap(({ groupKey }) => (groupKey === null ? [] : [groupKey])))];
    const taken = new Set(first.map(({ id }) => id));
    const mates =
      groups.length === 0 || first.length < MOST_AT_ONCE
        ? []
        : await due
            .where('groupKey', 'in', groups)
            .$if(lock, (query) => query.forUpdate().skipLocked())
            .execute();
    const mails = [...first, ...mates.filter(({ id }) => !taken.has(id))];
    if (mails.length === 0) return [];
    await writer
      .updateTable('mail')
      .set({ state: 'sending', notBefore: isoInstant(now + LEASE_SECONDS * 1000) })
      .where(
        'id',
        'in',
        mails.map(({ id }) => id),
      )
      .execute();
    return mails;
  });
}

function changeFor(mail: Mail, delivery: Delivery, transport: MailTransport, now: number): Partial<Mail> {
  const attempts = mail.attempts + 1;
  if (delivery.outcome === 'sent') {
    const wiped = transport.leavesTheService && SECRET_KINDS.includes(mail.kind) ? { body: '' } : {};
    return { state: 'sent', attempts, sentAt: isoInstant(now), lastError: null, ...wiped };
  }
  const lastError = delivery.reason;
  if (delivery.outcome === 'bounced') return { state: 'bounced', attempts, lastError };
  if (attempts >= MOST_ATTEMPTS) return { state: 'failed', attempts, lastError };
  return { state: 'waiting', attempts, lastError, notBefore: isoInstant(now + retryDelay(attempts) * 1000) };
}

/** What a proposal shows of its mails: a bounce stays until the end, "sent" follows "waiting". */
async function showOnProposal(work: UnitOfWork, proposalId: string, state: string | undefined): Promise<void> {
  const proposal = await work.get('proposal', proposalId);
  if (proposal === null || proposal.mailState === null || proposal.mailState === 'bounced') return;
  const shown = state === 'bounced' || state === 'failed' ? 'bounced' : state === 'sent' ? 'sent' : null;
  if (shown !== null && shown !== proposal.mailState) {
    await work.annotate('proposal', proposal, { mailState: shown });
  }
}

async function record(ground: Ground, mails: readonly Mail[], delivery: Delivery, transport: MailTransport) {
  await ground.database.transaction(async (writer) => {
    const proposals = [...new Set(mails.flatMap(({ proposalId }) => (proposalId === null ? [] : [proposalId])))];
    await ground.database.lockSubjects(writer, proposals.map((id) => `proposal:${id}`).sort());
    const work = new UnitOfWork(writer, ground);
    for (const mail of mails) {
      const change = changeFor(mail, delivery, transport, work.now);
      await writer.updateTable('mail').set(change).where('id', '=', mail.id).where('state', '=', 'sending').execute();
      if (mail.proposalId !== null) await showOnProposal(work, mail.proposalId, change.state);
    }
    await seal(work);
  });
}

export interface DeliveryReport {
  readonly sent: number;
  readonly bounced: number;
  readonly later: number;
}

/**
 * Sends what is due; call it every few seconds. Returns what became of the messages (a group is one).
 *
 * @example await deliverDueMails(ground, createDemoBox());
 */
export async function deliverDueMails(
  ground: Ground,
  transport: MailTransport,
  signal?: AbortSignal,
): Promise<DeliveryReport> {
  const report = { sent: 0, bounced: 0, later: 0 };
  for (const group of groupMails(await claim(ground))) {
    // What was claimed and not sent waits for its lease to end: nothing is lost by stopping here.
    if (signal?.aborted === true) break;
    const delivery = await transport.send(joinMails(group, MESSAGE_ID_DOMAIN));
    await record(ground, group, delivery, transport);
    report[delivery.outcome] += 1;
  }
  if (report.sent + report.bounced + report.later > 0) ground.log('mail.delivered', { ...report });
  return report;
}
