/** Server-sent events of the feed: that there is news, never what (ARCHITECTURE §6). */
import { z } from 'zod';
import { NationalFault } from './national-fault.ts';
import { parseAs } from './read-answer.ts';

const newsSchema = z.object({ head: z.int(), scopeVersion: z.int() });
export type News = z.infer<typeof newsSchema>;

const MOST_HELD = 64 * 1024;

function* readBlock(block: string): Generator<News> {
  const fields = block.split('\n');
  if (!fields.includes('event: news')) return;
  const data = fields.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
  if (data.length > 0) yield parseAs(newsSchema, data.join('\n'));
}

/** Each piece of news as it comes; ends when the line is closed. */
export async function* readNews(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<News, void, undefined> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const part of bytes) {
    held += decoder.decode(part, { stream: true }).replaceAll('\r\n', '\n');
    for (let end = held.indexOf('\n\n'); end !== -1; end = held.indexOf('\n\n')) {
      yield* readBlock(held.slice(0, end));
      held = held.slice(end + 2);
    }
    if (held.length > MOST_HELD) throw new NationalFault('not-understood');
  }
}
