/** The two texts that two people exchange before a nominative export: what is asked, and the agreement to it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ExportForm } from '../../../contract/app/snapshot-contract.ts';
import { canonicalJson } from '../../../contract/national/canonical-json.ts';
import type { Actor, Approval, SnapshotRequest } from '../format/manifest.ts';
import { approvalSchema, requestSchema } from '../format/manifest.ts';

const ASKED = 'RENFORT-DEMANDE-1:';
const AGREED = 'RENFORT-ACCORD-1:';

const agreedSchema = z.strictObject({ request: requestSchema, approval: approvalSchema });

const encode = (mark: string, value: object): string =>
  `${mark}${Buffer.from(canonicalJson(value), 'utf8').toString('base64')}`;

function decode<Value>(mark: string, schema: z.ZodType<Value>, text: string): Value | null {
  const bare = text.replace(/\s+/g, '');
  if (!bare.startsWith(mark)) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(bare.slice(mark.length), 'base64').toString('utf8')));
  } catch {
    return null;
  }
}

export const writeRequest = (request: SnapshotRequest): string => encode(ASKED, request);
export const readRequest = (text: string): SnapshotRequest | null => decode(ASKED, requestSchema, text);
export const writeAgreement = (request: SnapshotRequest, approval: Approval): string =>
  encode(AGREED, { request, approval });
export const readAgreement = (text: string): { request: SnapshotRequest; approval: Approval } | null =>
  decode(AGREED, agreedSchema, text);

/** Eight characters that two people can read to each other. */
export const digestOf = (request: SnapshotRequest): string =>
  createHash('sha256').update(canonicalJson(request)).digest('hex').slice(0, 8).toUpperCase();

export function requestOf(
  form: ExportForm,
  id: string,
  author: Actor,
  series: SnapshotRequest['series'],
): SnapshotRequest {
  const { agency, departements, professions, from, until, content, nominative, purpose, purposeText, recipients } =
    form;
  return {
    id,
    scope: { agency, departements, professions, from, until },
    content,
    nominative,
    purpose,
    purposeText,
    recipients,
    series,
    expiresAt: `${form.expiresOn}T23:59:59.999Z`,
    author,
  };
}

/** The form again, for the second person to read. */
export function formOf(request: SnapshotRequest): ExportForm {
  const { scope, content, nominative, purpose, purposeText, recipients, series, expiresAt } = request;
  return {
    kind: 'cell-state',
    ...scope,
    content,
    nominative,
    purpose,
    purposeText,
    recipients,
    seriesName: series?.name ?? null,
    expiresOn: expiresAt.slice(0, 10),
  };
}
