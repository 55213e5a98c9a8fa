/** Exported snapshots at the size of the nation: taken, opened, compared; and how long windows would have waited meanwhile. */
import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { answerPage } from '../../../src-main/engine/queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES } from '../../../src-main/engine/rows/make-images.ts';
import { openForComparison } from '../../../src-main/engine/snapshots/comparing.ts';
import type { ExportJob } from '../../../src-main/engine/snapshots/export-job.ts';
import type { SnapshotOrder } from '../../../src-main/engine/snapshots/make-snapshot.ts';
import { openReview } from '../../../src-main/engine/snapshots/open-review.ts';
import { runExport, startExportThread } from '../../../src-main/engine/snapshots/run-export.ts';
import type { FileCheck } from '../../../src-main/engine/snapshots/snapshot-control.ts';
import { compareSnapshots } from '../../../src-main/snapshots/compare/compare-snapshots.ts';
import { makeSigningSecret, readSigningKey } from '../../../src-main/snapshots/format/signing-key.ts';
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
const NANOSECONDS = 1e6;

const turns = {
  later: async (): Promise<void> => {
    await nextTurn();
  },
  stopwatch: () => performance.now(),
};
const JOB: ExportJob = { turns, isStopped: () => false, onRows: () => undefined };

const PASSPHRASE = 'quatre mots tirés au hasard';
const AT = new Date(IMAGE_NOW).toISOString();

async function* whole(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield piece;
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
  };
  try {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const taken = await timed(() => makeSnapshot(JOB, store, order));
    delay.disable();
    const { pieces } = taken.result;
    const bytes = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const opened = await timed(() => openReview(whole(pieces), check, turns));
    const rows = opened.result.read.manifest.parts.reduce((sum, part) => sum + part.rows, 0);
    opened.result.store.close();
    store.transaction('mirror', ({ statements }) => {
      statements.run(`UPDATE main.mission SET priority = 'P1' WHERE rowid % 10 = 0`);
    });
    const after = await makeSnapshot(JOB, store, order);
    const compared = await timed(async () => {
      const before = await openForComparison(whole(pieces), check, turns);
      return compareSnapshots(before, await openForComparison(whole(after.pieces), check, turns));
    });
    if (compared.result.lines.length === 0) throw new Error('Two different states compared as equal');
    const figures: Figure[] = [
      {
        label: 'Instantané : export pseudonymisé, signé, scellé',
        value: taken.milliseconds,
        unit: 'ms',
        budget: EXPORT_BUDGET_MS,
      },
      {
        label: 'Plus longue attente d’une fenêtre pendant l’export',
        value: delay.max / NANOSECONDS,
        unit: 'ms',
        budget: STALL_BUDGET_MS,
      },
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
