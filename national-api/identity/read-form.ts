/** Reads the small form of a page of ours, from our own page only. */
import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 8 * 1024;

/** What is wrong with the form; the words are for the log. */
export class FormRefused extends Error {}

/**
 * @param origin of the service's public address: a form sent from another page is refused
 * @throws FormRefused
 */
export async function readForm(request: IncomingMessage, origin: string): Promise<URLSearchParams> {
  const { 'content-type': type = '', origin: sender, 'sec-fetch-site': site } = request.headers;
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) throw new FormRefused('content type');
  if (sender !== undefined && sender !== origin) throw new FormRefused('origin');
  if (site !== undefined && site !== 'same-origin') throw new FormRefused('site');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new FormRefused('too long');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
