/** Answers about snapshots: what is opened stays open, a file that says « altéré » is refused, an export takes a moment. */

import { implement } from '@orpc/server';
import { deskContract } from '../../../contract/app/desk-contract.ts';
import type {
  ChangeTotal,
  ExportState,
  PointRow,
  RegisteredKeyLine,
  ReviewInfo,
} from '../../../contract/app/snapshot-contract.ts';
import type { DeskScenario } from './desk-scenario.ts';
import { createDraw } from './draw.ts';
import { facetOf, pageOf } from './query-rows.ts';

const OFFERED = '3f2a9c11-aa77-4b00-8c99-dd88ee66ff55';
const TAKEN = '2021-03-14T07:30:00.000Z';

export const inventReview = (index: number, patch: Partial<ReviewInfo> = {}): ReviewInfo => ({
  reviewId: `review-${index}`,
  snapshotId: `snapshot-${index}`,
  kind: 'cell-state',
  takenAt: new Date(Date.parse(TAKEN) - index * 86_400_000).toISOString(),
  expiresAt: '2021-04-14T23:59:59.999Z',
  isExpired: false,
  nominative: false,
  author: { name: 'Régulatrice Fictive', role: 'ars-lead', agency: 6 },
  agreedBy: null,
  signer: {
    ...{ keyId: '3f2a9c11aa77bb00cc99dd88ee66ff55', owner: 'ARS Grand-Est' },
    source: 'national',
  },
  listDate: '2021-03-01T00:00:00.000Z',
  purpose: 'night-shift',
  purposeText: 'Relève de nuit',
  recipients: ['Équipe de nuit'],
  series: 'Cellule Grand-Est',
  agency: 6,
  departements: [],
  professions: [],
  withheld: 3,
  smallest: 5,
  parts: [{ name: 'mission', rows: 1834 }],
  ...patch,
});

type Change = ChangeTotal & {
  id: string;
  subject: string;
  before: string | null;
  after: string | null;
  by: string | null;
};

const FIGURES: readonly (readonly [string, string | null, string | null])[] = [
  ['need-appeared', null, 'cover:0/3'],
  ['need-covered', 'cover:1/2', 'cover:2/2'],
  ['priority-moved', 'priority:none', 'priority:P1'],
  ['person-reserved', 'person:none', 'person:contacted'],
  ['person-unseen-before', null, 'person:none'],
  ['crisis-on', null, null],
];

function inventChanges(): Change[] {
  const draw = createDraw(11);
  return Array.from({ length: 64 }, (_, index) => {
    const [figure = 'need-appeared', before = null, after = null] = FIGURES[index % FIGURES.length] ?? [];
    const isPerson = figure.startsWith('person');
    return {
      figure,
      id: `subject-${index}`,
      agency: 6,
      departement: draw.one(['54', '57', '67', '68', '88']),
      profession: draw.one(['aide-soignant', 'infirmier-diplome-etat', 'medecin-generaliste']),
      subject: isPerson ? `Volontaire 3f2a9c${index}` : `EHPAD fictif ${index} (Metz)`,
      before,
      after,
      by: figure === 'priority-moved' ? 'Agent 3F2A9C' : null,
      weight: isPerson ? 1 : 2,
      count: 1,
    };
  });
}

function inventPoint(): PointRow[] {
  const draw = createDraw(13);
  const professions = ['aide-soignant', 'infirmier-diplome-etat', 'medecin-generaliste', 'psychologue', 'sage-femme'];
  return ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88'].flatMap((departement) =>
    professions.map((profession) => {
      const posts = 2 + draw.below(40);
      const filled = draw.below(posts);
      const free = draw.below(120);
      return {
        ...{
          agency: 6,
          departement,
          profession,
          missions: 1 + draw.below(9),
          posts,
          filled,
          remaining: posts - filled,
        },
        ...{ urgent: draw.below(posts - filled + 1), people: free + 12, free, proposed: 5, contacted: 4, assigned: 3 },
      };
    }),
  );
}

const inventKeys = (): RegisteredKeyLine[] =>
  Array.from({ length: 48 }, (_, index) => ({
    keyId: index.toString(16).padStart(4, '0').repeat(8),
    owner: `Signataire fictif ${index + 1} (${index % 2 === 0 ? 'ARS Grand-Est' : 'ARS Bretagne'})`,
    agency: index % 2 === 0 ? 6 : 4,
    registeredAt: `2021-03-${String(1 + (index % 13)).padStart(2, '0')}T08:${String(10 + index)}:00.000Z`,
    revokedAt: index < 2 ? '2021-03-13T17:20:00.000Z' : null,
    revokedReason: index < 2 ? 'Poste perdu' : null,
    mayRevoke: index >= 2 && index % 2 === 0,
  }));

const emptyState = (step: ExportState['step'], rows: number): ExportState => ({
  ...{ step, rows, outOf: 400_000, bytes: step === 'done' ? 17_400_000 : 0, withheld: step === 'done' ? 3 : 0 },
  message: step === 'stopped' ? 'L’export a été annulé : aucun fichier n’a été écrit.' : null,
});

export function createSnapshotsDouble(scenario: DeskScenario) {
  const desk = implement(deskContract).$context<Record<never, never>>();
  const { snapshots, reviews, points, point } = desk;
  const changes = inventChanges();
  const open = new Map<string, ReviewInfo>(
    scenario.full ? [0, 1].map((index) => [`review-${index}`, inventReview(index)] as const) : [],
  );
  const rowsUnder = (figure: string | null) => changes.filter((one) => figure === null || one.figure === figure);
  const held = { received: '', looks: 0, stopped: false };
  const isReview = scenario.sync.connection === 'review';
  const totals = new Map<string, ChangeTotal>();
  for (const { figure, agency, departement, profession, weight } of changes) {
    const key = [figure, departement, profession].join();
    const total = totals.get(key) ?? { figure, agency, departement, profession, count: 0, weight: 0 };
    totals.set(key, { ...total, count: total.count + 1, weight: total.weight + weight });
  }
  const person = scenario.sync.person;
  return {
    snapshots: {
      ground: snapshots.ground.handler(() => ({
        person: person && { name: person.name, role: person.role, agency: person.agency },
        mayExport: person !== null,
        mayExportNominative: person !== null,
        series: [{ id: 'series-1', name: 'Cellule Grand-Est' }],
        signers: [
          { keyId: 'aa11bb22cc33dd44ee55ff6600778899', owner: 'Ce poste', source: 'me' as const, revokedAt: null },
          {
            keyId: '3f2a9c11aa77bb00cc99dd88ee66ff55',
            owner: 'ARS Grand-Est',
            source: 'policy' as const,
            revokedAt: null,
          },
          {
            keyId: '77bb00cc99dd88ee66ff553f2a9c11aa',
            owner: 'ARS Bretagne',
            source: 'added' as const,
            revokedAt: null,
          },
        ],
        listDate: '2021-03-01T00:00:00.000Z',
        register: { at: '2021-03-14T07:00:00.000Z', known: 46, revoked: 2 },
        card: {
          keyId: 'aa11bb22cc33dd44ee55ff6600778899',
          publicKey:
            '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n',
          recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
        },
      })),
      askAgreement: snapshots.askAgreement.handler(() => ({ request: 'RENFORT-DEMANDE-1:e30=', digest: '3F2A9C11' })),
      readAgreement: snapshots.readAgreement.handler(() => ({
        form: {
          ...{ kind: 'cell-state' as const, agency: 6, departements: ['54'], professions: [], from: null, until: null },
          content: ['missions' as const, 'candidates' as const],
          nominative: true,
          purpose: 'inspection' as const,
          purposeText: 'Contrôle sur place',
          recipients: ['Inspection régionale'],
          seriesName: null,
          expiresOn: '2021-04-01',
        },
        author: { name: 'Régulateur Inventé', role: 'ars-regulator', agency: 6 },
        digest: '3F2A9C11',
      })),
      agree: snapshots.agree.handler(() => ({ agreement: 'RENFORT-ACCORD-1:e30=' })),
      start: snapshots.start.handler(() => {
        held.looks = 0;
        held.stopped = false;
        return { exportId: 'export-1' };
      }),
      state: snapshots.state.handler(() => {
        held.looks += 1;
        if (held.stopped) return emptyState('stopped', 120_000);
        return held.looks > 8 ? emptyState('done', 400_000) : emptyState('reading', held.looks * 40_000);
      }),
      stop: snapshots.stop.handler(() => {
        held.stopped = true;
      }),
      save: snapshots.save.handler(() => ({ saved: true, fileName: 'instantane.renfort' })),
      register: snapshots.register.handler(() => ({ at: '2021-03-14T07:00:00.000Z', keys: inventKeys() })),
      revokeRegistered: snapshots.revokeRegistered.handler(() => undefined),
      addSigner: snapshots.addSigner.handler(() => ({ keyId: 'aa' })),
      revokeSigner: snapshots.revokeSigner.handler(() => undefined),
    },
    reviews: {
      receive: reviews.receive.handler(({ input }) => {
        held.received += Buffer.from(input.part, 'base64').toString('utf8');
      }),
      open: reviews.open.handler(({ input }) => {
        if (input.fileId === OFFERED && input.passphrase === null)
          return {
            opened: false as const,
            code: 'key-needed',
            message: 'Cet instantané est scellé : donnez sa phrase secrète, ou une clé parmi ses destinataires.',
          };
        const text = held.received;
        held.received = '';
        if (text.includes('altéré'))
          return {
            opened: false as const,
            code: 'altered',
            message: 'Le contenu de cet instantané a été altéré depuis sa signature.',
          };
        const info = inventReview(open.size + 2);
        open.set(info.reviewId, info);
        return { opened: true as const, info };
      }),
      offered: reviews.offered.handler(() =>
        scenario.missionId === 'offered' ? { fileId: OFFERED, name: 'cellule.renfort' } : null,
      ),
      list: reviews.list.handler(() => [...open.values()]),
      close: reviews.close.handler(({ input }) => void open.delete(input.reviewId)),
      show: reviews.show.handler(() => undefined),
      mine: reviews.mine.handler(() => (isReview ? inventReview(0) : null)),
      compare: reviews.compare.handler(() => ({
        compared: true as const,
        comparison: {
          comparisonId: 'comparison-1',
          before: { takenAt: inventReview(1).takenAt, series: 'Cellule Grand-Est' },
          after: { takenAt: TAKEN, series: 'Cellule Grand-Est' },
          peopleAreComparable: true,
          scopesDiffer: false,
          unseen: {
            ...{ withheldBefore: 3, withheldAfter: 2, appeared: 10, gainedAtLeast: 7, gone: 0, lostAtLeast: 0 },
          },
          totals: [...totals.values()],
          counts: [],
        },
      })),
      changes: reviews.changes.handler(({ input: { figure, query } }) => pageOf(rowsUnder(figure), query, 0)),
      changeFacet: reviews.changeFacet.handler(({ input: { figure, column, ...query } }) =>
        facetOf(rowsUnder(figure), column, query, 0),
      ),
    },
    points: {
      list: points.list.handler(() =>
        scenario.full ? [{ pointId: 'point-1', takenAt: inventReview(1).takenAt, bytes: 240_000 }] : [],
      ),
      archive: points.archive.handler(() => ({ pointId: 'point-2' })),
      open: points.open.handler(() => ({
        opened: true as const,
        info: inventReview(9, { kind: 'regulation-point', series: 'Points de régulation' }),
      })),
    },
    point: {
      read: point.read.handler(() => ({
        revision: 1,
        at: TAKEN,
        complete: true,
        agency: 6,
        alerts: 3,
        crisisLines: 2,
        openings: 1,
        rows: scenario.full ? inventPoint() : [],
      })),
    },
  };
}
