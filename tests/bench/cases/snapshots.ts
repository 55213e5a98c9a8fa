/** Exported snapshots at the size of the nation: taken, opened, compared; and how long windows would have waited meanwhile. */
import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { answerPage } from '../../../src-main/engine/queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES } from '../../../src-main/engine/rows/make-images.ts';
import { openForComparison } from '../../../src-main/engine/snapshots/comparing.ts';
import type { ExportJob } from '../../../src-main/engine/snapshots/export-job.ts';
import type { SnapshotOrder } from '../../../src-main/engine/snapshots/make-snapshot.ts';
import { openReview } from '../../../src-main/engine/snapshots/open-review.ts';
import type { ExportRun } from '../../../src-main/engine/snapshots/run-export.ts';
import { runExport, startExportThread } from '../../../src-main/engine/snapshots/run-export.ts';
import type { FileCheck } from '../../../src-main/engine/snapshots/snapshot-control.ts';
import type { DeskImage } from '../../../src-main/engine/tables/desk-image.ts';
import { compareSnapshots } from '../../../src-main/snapshots/compare/compare-snapshots.ts';
import { makeSigningSecret, readSigningKey } from '../../../src-main/snapshots/format/signing-key.ts';
import type { Store } from '../../../src-main/store/store.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import type { BenchCase } from '../bench-case.ts';
import { timed } from '../bench-case.ts';
import type { Question } from '../engine/draw-question.ts';
import { drawQuestion } from '../engine/draw-question.ts';
import { buildImage, IMAGE_NOW, openFilledStore } from '../engine/open-image.ts';
import type { Figure } from '../figure.ts';
import { timeEach } from '../figure.ts';

const EXPORT_BUDGET_MS = 10_000;
/** Every window answers within this while a snapshot is taken. */
const STALL_BUDGET_MS = 100;
/** A page of the table is asked this often while it is, by a person who never stops. */
const ASK_EVERY_MS = 10;
const QUESTIONS = 200;
const MICROSECONDS = 1_000;

const turns = {
  later: async (): Promise<void> => {
    await nextTurn();
  },
  stopwatch: () => performance.now(),
};
const JOB: ExportJob = { turns, isStopped: () => false, onRows: () => undefined, onTotal: () => undefined };

const PASSPHRASE = 'quatre mots tirés au hasard';
const AT = new Date(IMAGE_NOW).toISOString();

async function* whole(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield piece;
}

/** Milliseconds from when each page was due until it was answered, the engine's loop being shared with all that it does. */
async function askMeanwhile(image: DeskImage, asked: readonly Question[], until: Promise<unknown>): Promise<number[]> {
  const state = { over: false };
  const end = () => {
    state.over = true;
  };
  until.then(end, end);
  const waits: number[] = [];
  for (let due = performance.now(); !state.over; due += ASK_EVERY_MS) {
    await wait(Math.max(0, due - performance.now()));
    const query = asked[waits.length % asked.length]?.query;
    if (query !== undefined) answerPage(image.candidates.image, CANDIDATE_ROW_NAMES, query);
    waits.push(performance.now() - due);
    due = Math.max(due, performance.now() - ASK_EVERY_MS);
  }
  return waits.sort((left, right) => left - right);
}

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;

interface Taken {
  readonly pieces: readonly Uint8Array[];
  readonly milliseconds: number;
  readonly figures: readonly Figure[];
}

const runOf = (): ExportRun => ({ job: JOB, onSealing: () => undefined, signal: new AbortController().signal });

/** What the export costs, and how much of that in the thread that answers windows: true on a busy machine too. */
async function takeAlone(store: Store, order: SnapshotOrder): Promise<Taken> {
  const [whole, own] = [process.cpuUsage(), process.threadCpuUsage()];
  const { milliseconds, result } = await timed(() => runExport(startExportThread, store, order, runOf()));
  const [all, answering] = [process.cpuUsage(whole), process.threadCpuUsage(own)];
  const figure = (label: string, { user, system }: NodeJS.CpuUsage, budget: number | null): Figure => ({
    label,
    value: (user + system) / MICROSECONDS,
    unit: 'ms',
    budget,
  });
  const figures = [
    figure('Temps de processeur d’un export', all, null),
    figure('dont dans le fil qui répond aux fenêtres', answering, STALL_BUDGET_MS),
  ];
  return { pieces: result.pieces, milliseconds, figures };
}

/** The export as the engine makes it, windows asking meanwhile. */
async function takeWhileAsked(store: Store, order: SnapshotOrder): Promise<Taken> {
  const { image } = await buildImage(store);
  const random = randomFrom(7);
  const asked = Array.from({ length: QUESTIONS }, () => drawQuestion(random));
  // Orders of columns are made when they are first asked for.
  timeEach(asked, ({ query }) => answerPage(image.candidates.image, CANDIDATE_ROW_NAMES, query));
  const making = timed(() => runExport(startExportThread, store, order, runOf()));
  const waits = await askMeanwhile(image, asked, making);
  const { milliseconds, result } = await making;
  image.stop();
  const figures: Figure[] = [
    {
      label: 'Instantané : export pseudonymisé, signé, scellé',
      value: milliseconds,
      unit: 'ms',
      budget: EXPORT_BUDGET_MS,
    },
    { label: 'Page d’une fenêtre pendant l’export, médiane', value: share(waits, 0.5), unit: 'ms', budget: null },
    {
      label: 'Page d’une fenêtre pendant l’export, p99',
      value: share(waits, 0.99),
      unit: 'ms',
      budget: STALL_BUDGET_MS,
    },
    {
      label: 'Page d’une fenêtre pendant l’export, la pire',
      value: share(waits, 1),
      unit: 'ms',
      budget: STALL_BUDGET_MS,
    },
  ];
  return { pieces: result.pieces, milliseconds, figures };
}

export const snapshots: BenchCase = async (input) => {
  const store = openFilledStore(input);
  const signingKey = readSigningKey(makeSigningSecret());
  const order: SnapshotOrder = {
    id: 'bench',
    kind: 'cell-state',
    request: {
      id: 'bench',
      scope: { agency: null, departements: [], professions: [], from: null, until: null },
      content: ['missions', 'candidates', 'proposals', 'openings'],
      nominative: false,
      purpose: 'night-shift',
      purposeText: 'Banc',
      recipients: ['Banc'],
      series: { id: 'bench', name: 'Banc' },
      expiresAt: '2021-12-31T00:00:00.000Z',
      author: { id: 'bench', name: 'Banc', role: 'ccs-lead', agency: null },
    },
    approval: null,
    takenAt: AT,
    application: 'bench',
    pseudonymKey: new Uint8Array(randomBytes(32)),
    signingKey,
    seal: { type: 'passphrase', passphrase: PASSPHRASE },
    moreParts: [],
  };
  const check: FileCheck = {
    trust: { date: AT, signers: [{ publicKey: signingKey.publicKey, owner: 'Banc' }], revoked: [] },
    identities: [],
    passphrase: PASSPHRASE,
    now: IMAGE_NOW,
    agreementAsked: true,
  };
  try {
    const taken = await takeWhileAsked(store, order);
    const { pieces } = taken;
    const bytes = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const opened = await timed(() => openReview(whole(pieces), check, turns));
    const rows = opened.result.read.manifest.parts.reduce((sum, part) => sum + part.rows, 0);
    opened.result.store.close();
    store.transaction('mirror', ({ statements }) => {
      statements.run(`UPDATE main.mission SET priority = 'P1' WHERE rowid % 10 = 0`);
    });
    const after = await takeAlone(store, order);
    const compared = await timed(async () => {
      const before = await openForComparison(whole(pieces), check, turns);
      return compareSnapshots(before, await openForComparison(whole(after.pieces), check, turns));
    });
    if (compared.result.lines.length === 0) throw new Error('Two different states compared as equal');
    const figures: Figure[] = [
      ...taken.figures,
      ...after.figures,
      {
        label: 'Instantané : ouverture, preuve et base en mémoire',
        value: opened.milliseconds,
        unit: 'ms',
        budget: null,
      },
      { label: 'Deux instantanés ouverts et comparés', value: compared.milliseconds, unit: 'ms', budget: null },
      { label: 'Instantané : taille du fichier', value: bytes / 1e6, unit: 'Mo', budget: null },
    ];
    return { milliseconds: taken.milliseconds, count: rows, bytes, figures };
  } finally {
    store.close();
  }
};
