/** What must hold once faults have stopped and everybody synchronised (TRUST §3.3). */
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from '../../../contract/national/rows/row-kinds.ts';
import type { OutboxRow } from '../../../src-main/store/outbox/outbox-row.ts';
import type { Violation } from '../oracles/evidence.ts';
import type { ClientStage } from './client-stage.ts';
import type { Workstation } from './workstation.ts';
import { WATCHED_FACTS } from './workstation.ts';

interface Stored {
  readonly actorId: string;
  readonly kind: string;
  readonly subject: string;
  readonly verdict: Verdict;
}

async function storedVerdicts({ database }: ClientStage): Promise<ReadonlyMap<string, Stored>> {
  const rows = await database.read.selectFrom('commandResult').selectAll().execute();
  return new Map(
    rows.map(({ commandId, actorId, kind, subject, verdict }) => [
      commandId,
      { actorId, kind, subject, verdict: JSON.parse(verdict) as Verdict },
    ]),
  );
}

/** 1 and 10: what was said to be kept is there, word for word, and nothing waits any more. */
function kept(station: Workstation): string[] {
  const rows = new Map(station.outbox().map((row) => [row.commandId, row]));
  const found: string[] = [];
  for (const { commandId, input } of station.acknowledged.values()) {
    const row = rows.get(commandId);
    if (row === undefined) found.push(`${commandId} was acknowledged and is gone`);
    else if (row.input !== input) found.push(`${commandId} says something else than what was acknowledged`);
    else if (row.state === 'pending' || row.state === 'sending') found.push(`${commandId} is still ${row.state}`);
    else if (
      row.state === 'withdrawn' &&
      row.supersededBy === null &&
      !station.takenBack.has(commandId) &&
      row.message === null
    ) {
      found.push(`${commandId} was withdrawn by nobody`);
    }
  }
  return found;
}

/** 2 and 3: the state shown is the verdict that the service stores. */
function asJudged(station: Workstation, stored: ReadonlyMap<string, Stored>): string[] {
  const found: string[] = [];
  for (const row of station.outbox()) {
    const outcome = stored.get(row.commandId)?.verdict.outcome ?? null;
    const wanted: readonly string[] = {
      accepted: ['confirmed'],
      conflict: ['conflict', 'confirmed', 'withdrawn'],
      refused: ['refused'],
      later: [],
      none: ['withdrawn', 'conflict', 'confirmed'],
    }[outcome ?? 'none'];
    if (!wanted.includes(row.state)) found.push(`${row.commandId} is ${row.state}, the service says ${outcome}`);
    if (row.state === 'confirmed' && row.outcome === 'accepted' && outcome !== 'accepted') {
      found.push(`${row.commandId} is confirmed, the service says ${outcome}`);
    }
    if (row.outcome === 'merged' && !sameWish(row, stored.get(row.commandId)?.verdict ?? null, stored)) {
      found.push(`${row.commandId} is said to be decided already, and was not`);
    }
  }
  const known = new Set(station.outbox().map(({ commandId }) => commandId));
  for (const [commandId, { actorId }] of stored) {
    if (actorId === station.person.personId && !known.has(commandId)) {
      found.push(`the service judged ${commandId}, which nobody decided`);
    }
  }
  return found;
}

/** Facts whose merging is judged here: field of the input, column of the row. */
const MERGEABLE: Readonly<Record<string, readonly [field: string, column: string]>> = {
  priority: ['priority', 'priority'],
  note: ['text', 'note'],
};

/** A merged decision found its own value standing: in its own verdict, or in that of the one before it in the chain. */
function sameWish(row: OutboxRow, verdict: Verdict | null, stored: ReadonlyMap<string, Stored>): boolean {
  const wanted = JSON.parse(row.input) as Record<string, unknown>;
  const [field, name] = MERGEABLE[row.fact] ?? [];
  if (field === undefined || name === undefined) return true;
  const candidates = verdict === null ? [...stored.values()].map((one) => one.verdict) : [verdict];
  return candidates.some(
    (one) => one.outcome === 'conflict' && one.current?.id === row.subject && one.current.row[name] === wanted[field],
  );
}

/** What the person had seen when they decided, and when they made the wishes that this one took the place of. */
function seenVersions(station: Workstation, row: OutboxRow): number[] {
  const seen = station.acknowledged.get(row.commandId)?.seen ?? 0;
  const replaced = station.outbox().find(({ commandId }) => commandId === row.replaces);
  return replaced === undefined || replaced.code !== null ? [seen] : [seen, ...seenVersions(station, replaced)];
}

/** 4, G3 and G4: nobody's decision is overwritten unseen, and nobody is told of a conflict with themselves. */
function noSilentOverwrite(stations: readonly Workstation[]): string[] {
  const accepted = stations.flatMap((station) =>
    station
      .outbox()
      .filter(({ outcome, fact }) => outcome === 'accepted' && WATCHED_FACTS.includes(fact))
      .map((row) => ({ row, station })),
  );
  const makerOf = (row: OutboxRow, version: number) =>
    accepted.find(
      ({ row: other }) => other.subject === row.subject && other.fact === row.fact && other.version + 1 === version,
    );
  const found: string[] = [];
  for (const { row, station } of accepted) {
    const before = makerOf(row, row.version);
    const seen = Math.max(...seenVersions(station, row));
    if (before !== undefined && before.station !== station && seen < row.version && row.fact !== 'life') {
      found.push(`${row.commandId} of ${station.person.personId} covers ${before.row.commandId}, never seen`);
    }
  }
  for (const station of stations) {
    for (const row of station.outbox()) {
      if (row.code !== 'fact-changed' || row.fact === 'life' || !WATCHED_FACTS.includes(row.fact)) continue;
      const seen = Math.min(...seenVersions(station, row));
      const others = accepted.some(
        ({ row: other, station: who }) =>
          who !== station && other.subject === row.subject && other.fact === row.fact && other.version + 1 > seen,
      );
      if (!others) found.push(`${row.commandId} is in conflict, and nobody else acted since the person looked`);
    }
  }
  return found;
}

/** Undo is honest: it takes back the person's own act, and nothing that came after (ARCHITECTURE §5). */
function undoesItsOwn(station: Workstation): string[] {
  const rows = new Map(station.outbox().map((row) => [row.commandId, row]));
  return [...rows.values()]
    .filter(
      ({ outcome, undoes, replaces, fact }) =>
        outcome === 'accepted' && undoes !== null && replaces === null && WATCHED_FACTS.includes(fact),
    )
    .filter(({ undoes, version }) => {
      const undone = rows.get(undoes ?? '');
      return undone?.outcome === 'accepted' && undone.settledVersion !== version;
    })
    .map(({ commandId, undoes }) => `${commandId} takes back ${undoes} and what came after it`);
}

/** 7: every row of every workstation is the service's, and none is missing. */
async function sameRows(stage: ClientStage, station: Workstation): Promise<string[]> {
  const fresh = await stage.freshScope(station.person);
  const found: string[] = [];
  const here = new Set<string>();
  for (const kind of ROW_KIND_NAMES) {
    for (const row of station.mirror(kind)) {
      const key = `${kind}:${row.id}`;
      here.add(key);
      const wanted = fresh.get(key);
      if (wanted === undefined) found.push(`${key} is here and out of scope`);
      else if (wanted.number !== row.feedNumber)
        found.push(`${key} is at ${row.feedNumber}, the service at ${wanted.number}`);
      else {
        const other = Object.keys(ROW_KINDS[kind]).find((name) => row[name] !== wanted.row[name]);
        if (other !== undefined)
          found.push(`${key}: ${other} is ${String(row[other])}, not ${String(wanted.row[other])}`);
      }
    }
  }
  for (const key of fresh.keys()) if (!here.has(key)) found.push(`${key} is missing`);
  return found;
}

export async function judgeHistory(stage: ClientStage, stations: readonly Workstation[]): Promise<Violation[]> {
  const stored = await storedVerdicts(stage);
  const violations: Violation[] = stations.flatMap(({ violations: seen }) => seen);
  const add = (oracle: string, found: readonly string[]) => violations.push(...found.map((what) => ({ oracle, what })));
  for (const station of stations) {
    add('kept-and-delivered', kept(station));
    add('as-judged', asJudged(station, stored));
    add('undoes-its-own', undoesItsOwn(station));
    add('same-rows', await sameRows(stage, station));
  }
  add('no-silent-overwrite', noSilentOverwrite(stations));
  return violations;
}
