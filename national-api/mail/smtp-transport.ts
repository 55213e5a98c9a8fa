/** Sends through a mail server; tells a refused address (5xx) from a server that cannot take it now. */
import { createTransport } from 'nodemailer';
import type { Delivery, MailTransport } from './mail-transport.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** True: TLS from the first byte (465); false: STARTTLS when the server offers it. */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
  /** Like 'noreply-renfortrh@sante.example': nobody reads what comes back (F142). */
  readonly sender: string;
}

const TIMEOUT_MS = 20_000;
const PERMANENT = 500;
/** nodemailer's words for "the server refused this recipient or this message"; not for a refused log-in. */
const ABOUT_THE_MESSAGE: readonly string[] = ['EENVELOPE', 'EMESSAGE'];

function judge(error: unknown): Delivery {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const reason = typeof responseCode === 'number' ? `SMTP ${responseCode}` : String(code ?? 'SMTP');
  const permanent = typeof responseCode === 'number' && responseCode >= PERMANENT;
  return permanent && ABOUT_THE_MESSAGE.includes(String(code))
    ? { outcome: 'bounced', reason }
    : { outcome: 'later', reason };
}

/** @example const transport = createSmtpTransport({ host: 'mail.sante.example', port: 587, … }); */
export function createSmtpTransport(settings: SmtpSettings): MailTransport {
  const { host, port, secure, user, password, sender } = settings;
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host,
    port,
    secure,
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Texts are ours alone: nothing is ever read from a file or fetched for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    leavesTheService: true,
    async send({ messageId, to, subject, text }) {
      try {
        await transport.sendMail({
          from: { name: 'Renfort RH', address: sender },
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return judge(error);
      }
    },
    close: () => transport.close(),
  };
}
