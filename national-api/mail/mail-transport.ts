/** How a mail leaves: by SMTP, or into the demonstration's box. */

export interface OutgoingMessage {
  /** Stable for ever: a message that leaves twice after a crash is recognised by it. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** `later` is tried again; `bounced` never is: the address refuses. `reason` is a code, never anybody's data. */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'bounced'; readonly reason: string }
  | { readonly outcome: 'later'; readonly reason: string };

export interface MailTransport {
  /** False: what has left is readable in the base (demonstration). True: secrets are wiped once they have left. */
  readonly leavesTheService: boolean;
  /** Never throws. */
  send(message: OutgoingMessage): Promise<Delivery>;
  close(): void;
}

/** Keeps everything: `/v1/outgoing-mail` shows it. */
export function createDemoBox(): MailTransport {
  return { leavesTheService: false, send: async () => ({ outcome: 'sent' }), close: () => {} };
}
