/** Bodies are read within size and pace, JSON strictly; everything else is a file of a kind that the contract names. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DOCUMENT_MEDIA_TYPES } from '../../contract/national/forms/candidate-form.ts';
import { SPREADSHEET_MEDIA_TYPE } from '../../contract/national/routes/account-routes.ts';
import { isForbiddenKey, parseStrictJson, StrictJsonError } from '../../contract/national/strict-json.ts';
import type { HttpLimits } from './limits.ts';
import { readBody } from './read-body.ts';

const FILE_MEDIA_TYPES = [...DOCUMENT_MEDIA_TYPES, SPREADSHEET_MEDIA_TYPE] as const;

function declaredLength(request: FastifyRequest): number | undefined {
  const header = request.headers['content-length'];
  return header === undefined ? undefined : Number(header);
}

/** UTF-8 that is not one is refused rather than mended. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new StrictJsonError('json-not-readable');
  }
}

/** A query is flat: each name once, none that reaches a prototype, no brackets. */
export function checkQuery(url: string): void {
  const start = url.indexOf('?');
  if (start < 0) return;
  const seen = new Set<string>();
  for (const name of new URLSearchParams(url.slice(start + 1)).keys()) {
    if (isForbiddenKey(name) || /[[\].]/.test(name)) throw new StrictJsonError('json-forbidden-key');
    if (seen.has(name)) throw new StrictJsonError('json-duplicate-key');
    seen.add(name);
  }
}

export function installBodyParsers(server: FastifyInstance, limits: HttpLimits): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', async (request: FastifyRequest, payload: NodeJS.ReadableStream) => {
    const most = request.routeOptions.bodyLimit;
    const bytes = await readBody(payload as never, declaredLength(request), most, limits);
    return bytes.length === 0 ? undefined : parseStrictJson(decode(bytes));
  });
  server.addContentTypeParser(
    [...FILE_MEDIA_TYPES],
    async (request: FastifyRequest, payload: NodeJS.ReadableStream) => {
      const most = request.routeOptions.bodyLimit;
      const bytes = await readBody(payload as never, declaredLength(request), most, limits);
      const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      return new File([new Uint8Array(bytes)], 'upload', { type });
    },
  );
}
