/**
 * The national service as the workspace speaks to it: the session's token on every call, answers parsed at the
 * boundary, faults in words. It decides nothing about when to call again.
 */
import { z } from 'zod';
import type { Command } from '../../contract/national/commands/command.ts';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import { verdictSchema } from '../../contract/national/commands/verdict.ts';
import type { FeedPage, SnapshotManifest } from '../../contract/national/feed.ts';
import { feedPageSchema, snapshotManifestSchema } from '../../contract/national/feed.ts';
import type { DocumentKind } from '../../contract/national/forms/candidate-form.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { principalSchema } from '../../contract/national/principal.ts';
import type { CellLogEntry, PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';
import {
  CELL_LOG_PAGE,
  cellLogEntrySchema,
  PRESENCE_HELD_MS,
  presenceAnswerSchema,
} from '../../contract/national/routes/presence-routes.ts';
import type { SigningKeyList } from '../../contract/national/routes/signing-key-routes.ts';
import { signingKeyListSchema } from '../../contract/national/routes/signing-key-routes.ts';
import { CONTRACT_VERSION } from '../../contract/national/version.ts';
import type { JournalPage } from '../../contract/national/views/journal-views.ts';
import { journalPageSchema } from '../../contract/national/views/journal-views.ts';
import type { RevealedContact, RevealedDocument, RevealRequest } from '../../contract/national/views/reveal-views.ts';
import { revealedContactSchema, revealedDocumentSchema } from '../../contract/national/views/reveal-views.ts';
import type { BulkItem } from './bulk-lines.ts';
import { readBulk } from './bulk-lines.ts';
import type { JournalQuestion } from './journal-question.ts';
import { journalPath, requireJournalPage } from './journal-question.ts';
import { NationalFault } from './national-fault.ts';
import type { News } from './news-events.ts';
import { readNews } from './news-events.ts';
import { capped, readJson, requireSuccess } from './read-answer.ts';
import { requireRow } from './row-check.ts';
import type { Transport, TransportAnswer } from './transport.ts';

export interface PullQuestion {
  readonly scope: string;
  readonly after: number;
  readonly scopeVersion: number;
  readonly resume: string | null;
  readonly limit?: number;
}

export interface NationalClient {
  /** Is it there, does it speak our contract, what time has it? @throws NationalFault 'other-version' */
  greet(signal: AbortSignal): Promise<void>;
  me(signal: AbortSignal): Promise<Principal>;
  pull(question: PullQuestion, signal: AbortSignal): Promise<FeedPage>;
  bulk(resume: string | null, signal: AbortSignal): AsyncIterable<BulkItem>;
  /** In the order of the commands. */
  send(commands: readonly Command[], signal: AbortSignal): Promise<readonly Verdict[]>;
  news(signal: AbortSignal): AsyncIterable<News>;
  snapshotKeys(signal: AbortSignal): Promise<readonly string[]>;
  snapshotManifest(scope: string, signal: AbortSignal): Promise<{ manifest: SnapshotManifest; signature: string }>;
  /** The very image of a manifest, at most so many bytes. */
  snapshotContent(scope: string, manifest: SnapshotManifest, signal: AbortSignal): AsyncIterable<Uint8Array>;
  revealContact(candidateId: string, request: RevealRequest, signal: AbortSignal): Promise<RevealedContact>;
  /** The person's identity piece or diploma; the look is journaled. */
  revealDocument(
    candidateId: string,
    kind: DocumentKind,
    request: RevealRequest,
    signal: AbortSignal,
  ): Promise<RevealedDocument>;
  /** Says which missions this workstation has open, and hears who else has some. */
  announcePresence(station: string, missionIds: readonly string[], signal: AbortSignal): Promise<PresenceAnswer>;
  /** Answered once what others have open, or the log, is not what that mark names; after a while in any case. */
  followPresence(station: string, seen: string, signal: AbortSignal): Promise<PresenceAnswer>;
  /** The newest page, or the one before an entry. */
  readCellLog(before: string | null, signal: AbortSignal): Promise<readonly CellLogEntry[]>;
  writeCellLog(entry: Pick<CellLogEntry, 'id' | 'kind' | 'text'>, signal: AbortSignal): Promise<CellLogEntry>;
  /** A page of the decision journal, newest first; the look is journaled. */
  readJournal(question: JournalQuestion, signal: AbortSignal): Promise<JournalPage>;
  /** The national register of the keys that sign exported snapshots, with its date. */
  signingKeys(signal: AbortSignal): Promise<SigningKeyList>;
  /** Milliseconds that this clock is ahead of the service's, from the newest answer; null before the first. */
  clockAhead(): number | null;
}

export interface NationalClientOptions {
  readonly transport: Transport;
  /** The newest access token of the session. */
  readonly token: () => string;
  /** This workstation's clock, milliseconds since 1970. */
  readonly clock: () => number;
}

/** Milliseconds without a byte. News are silent for 15 s at a time by contract, and presence may be held. */
const PATIENCE = { ordinary: 30_000, news: 45_000, held: PRESENCE_HELD_MS + 15_000 };

const verdictsSchema = z.strictObject({ verdicts: z.array(verdictSchema) });
const keysSchema = z.strictObject({ keys: z.array(z.strictObject({ keyId: z.string(), publicKey: z.string() })) });
const cellLogSchema = z.strictObject({ entries: z.array(cellLogEntrySchema) });
const healthSchema = z.object({ status: z.literal('ok'), contract: z.string(), at: z.string(), head: z.int() });
const manifestSchema = z.strictObject({ manifest: snapshotManifestSchema, signature: z.string() });

const majorOf = (version: string): string => version.split('.')[0] ?? '';

/** The verdicts of exactly these commands, in their order; rows of kinds and shapes that this version knows. */
function requireVerdicts(commands: readonly Command[], verdicts: readonly Verdict[]): readonly Verdict[] {
  const same =
    verdicts.length === commands.length && verdicts.every((one, index) => one.commandId === commands[index]?.commandId);
  if (!same) throw new NationalFault('not-understood');
  for (const verdict of verdicts) {
    const rows =
      verdict.outcome === 'accepted'
        ? verdict.rows
        : verdict.outcome === 'conflict' && verdict.current
          ? [verdict.current]
          : [];
    for (const { kind, id, row } of rows) requireRow(kind, id, row);
  }
  return verdicts;
}

function requirePage(page: FeedPage): FeedPage {
  for (const entry of page.entries) if ('row' in entry) requireRow(entry.kind, entry.id, entry.row);
  return page;
}

function pullPath({ scope, after, scopeVersion, resume, limit }: PullQuestion): string {
  const query = new URLSearchParams({ after: String(after), scopeVersion: String(scopeVersion), scope });
  if (resume !== null) query.set('resume', resume);
  if (limit !== undefined) query.set('limit', String(limit));
  return `/v1/feed?${query}`;
}

/** @example const client = createNationalClient({ transport, token: () => session.accessToken, clock: Date.now }); */
export function createNationalClient({ transport, token, clock }: NationalClientOptions): NationalClient {
  let ahead: number | null = null;

  async function call(
    path: string,
    signal: AbortSignal,
    body: unknown = null,
    patience = PATIENCE.ordinary,
  ): Promise<TransportAnswer> {
    return transport.exchange({
      method: body === null ? 'GET' : 'POST',
      path,
      headers: {
        authorization: `Bearer ${token()}`,
        accept: 'application/json, application/problem+json, application/zstd, text/event-stream',
        'cache-control': 'no-store',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      body: body === null ? null : JSON.stringify(body),
      signal,
      patience,
    });
  }

  /** The service's own time, as it tells it in its answers. */
  function hear(at: string): void {
    const instant = Date.parse(at);
    if (!Number.isNaN(instant)) ahead = clock() - instant;
  }

  return {
    async greet(signal) {
      const { contract, at } = await readJson(healthSchema, await call('/v1/health', signal), clock());
      if (majorOf(contract) !== majorOf(CONTRACT_VERSION)) throw new NationalFault('other-version');
      hear(at);
    },
    me: async (signal) => readJson(principalSchema, await call('/v1/me', signal), clock()),
    async pull(question, signal) {
      const page = requirePage(await readJson(feedPageSchema, await call(pullPath(question), signal), clock()));
      hear(page.at);
      return page;
    },
    async *bulk(resume, signal) {
      const query = resume === null ? '' : `?${new URLSearchParams({ resume })}`;
      const answer = await requireSuccess(await call(`/v1/bulk${query}`, signal), 'application/zstd', clock());
      yield* readBulk(capped(answer, Number.POSITIVE_INFINITY));
    },
    async send(commands, signal) {
      const { verdicts } = await readJson(verdictsSchema, await call('/v1/commands', signal, { commands }), clock());
      return requireVerdicts(commands, verdicts);
    },
    async *news(signal) {
      const answer = await call('/v1/feed/news', signal, null, PATIENCE.news);
      yield* readNews((await requireSuccess(answer, 'text/event-stream', clock())).body);
    },
    async snapshotKeys(signal) {
      const { keys } = await readJson(keysSchema, await call('/v1/snapshot-keys', signal), clock());
      return keys.map(({ publicKey }) => publicKey);
    },
    snapshotManifest: async (scope, signal) =>
      readJson(manifestSchema, await call(`/v1/snapshots/${encodeURIComponent(scope)}/manifest`, signal), clock()),
    async *snapshotContent(scope, { sha256, compressedBytes }, signal) {
      const answer = await call(
        `/v1/snapshots/${encodeURIComponent(scope)}/content?${new URLSearchParams({ sha256 })}`,
        signal,
      );
      yield* capped(await requireSuccess(answer, 'application/zstd', clock()), compressedBytes);
    },
    revealContact: async (candidateId, request, signal) =>
      readJson(
        revealedContactSchema,
        await call(`/v1/candidates/${encodeURIComponent(candidateId)}/reveal-contact`, signal, request),
        clock(),
      ),
    revealDocument: async (candidateId, kind, request, signal) =>
      readJson(
        revealedDocumentSchema,
        await call(`/v1/candidates/${encodeURIComponent(candidateId)}/documents/${kind}/reveal`, signal, request),
        clock(),
      ),
    announcePresence: async (station, missionIds, signal) =>
      readJson(presenceAnswerSchema, await call('/v1/presence', signal, { station, missionIds }), clock()),
    async followPresence(station, seen, signal) {
      const path = `/v1/presence?${new URLSearchParams({ station, seen })}`;
      return readJson(presenceAnswerSchema, await call(path, signal, null, PATIENCE.held), clock());
    },
    async readCellLog(before, signal) {
      const page = { limit: String(CELL_LOG_PAGE), ...(before === null ? {} : { before }) };
      const path = `/v1/cell-log?${new URLSearchParams(page)}`;
      return (await readJson(cellLogSchema, await call(path, signal), clock())).entries;
    },
    writeCellLog: async (entry, signal) =>
      readJson(cellLogEntrySchema, await call('/v1/cell-log', signal, entry), clock()),
    async readJournal(question, signal) {
      const page = await readJson(journalPageSchema, await call(journalPath(question), signal), clock());
      return requireJournalPage(question, page);
    },
    signingKeys: async (signal) => readJson(signingKeyListSchema, await call('/v1/signing-keys', signal), clock()),
    clockAhead: () => ahead,
  };
}
