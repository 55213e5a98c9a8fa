/** What windows ask about exported snapshots, answered by the main process. */
import { implement } from '@orpc/server';
import { snapshotMainContract } from '../../contract/app/snapshot-contract.ts';
import { scopeOf } from '../../contract/domain/right.ts';
import { isRoleName } from '../../contract/domain/role.ts';
import type { SigningKeyList } from '../../contract/national/routes/signing-key-routes.ts';
import type { SnapshotDesk } from '../snapshots/desk/snapshot-desk.ts';
import { isWindowKind } from '../windows/window-kinds.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import type { DeskContext } from './desk-parts.ts';
import { failure } from './failure.ts';

const NO_KEY = 'Ce n’est pas une clé publique Ed25519 (PEM) : copiez-la en entier.';
/** Windows that show rows of a snapshot; the others speak of the present. */
const REVIEWABLE: ReadonlySet<string> = new Set([
  'missions',
  'candidates',
  'board',
  'map',
  'nation',
  'balance',
  'alerts',
  'openings',
  'crisis',
  'blocked',
  'regulation-point',
  'journal',
]);

const holds = (right: 'export-pseudonymised' | 'export-nominative', role: string): boolean =>
  isRoleName(role) && scopeOf(right, role) !== null;

const summaryOf = (list: SigningKeyList | null) =>
  list && {
    at: list.at,
    known: list.keys.filter(({ revokedAt }) => revokedAt === null).length,
    revoked: list.keys.filter(({ revokedAt }) => revokedAt !== null).length,
  };

export function snapshotHandlers(desk: SnapshotDesk, windows: Pick<WindowRegistry, 'openReview' | 'reviewOf'>) {
  const { snapshots, reviews, points } = implement(snapshotMainContract).$context<DeskContext>();
  const { exports, trust, keys } = desk;
  return {
    snapshots: {
      ground: snapshots.ground.handler(async () => {
        const person = await exports.person();
        const { id: keyId, publicKey } = await keys.signingKey();
        return {
          person: person && { name: person.name, role: person.role, agency: person.agency },
          mayExport: person !== null && holds('export-pseudonymised', person.role),
          mayExportNominative: person !== null && holds('export-nominative', person.role),
          series: person === null ? [] : [...(await desk.series())],
          signers: [...(await trust.lines())],
          listDate: (await trust.list()).date,
          register: summaryOf(await trust.register()),
          card: { keyId, publicKey, recipient: await keys.recipient() },
        };
      }),
      askAgreement: snapshots.askAgreement.handler(({ input }) => exports.askAgreement(input.form)),
      readAgreement: snapshots.readAgreement.handler(({ input }) => exports.readAgreement(input.request)),
      agree: snapshots.agree.handler(async ({ input }) => ({ agreement: await exports.agree(input.request) })),
      start: snapshots.start.handler(async ({ input: { form, seal, agreement } }) => ({
        exportId: await exports.start(form, seal, agreement),
      })),
      state: snapshots.state.handler(({ input }) => exports.state(input.exportId)),
      stop: snapshots.stop.handler(({ input }) => exports.stop(input.exportId)),
      save: snapshots.save.handler(({ input }) => exports.save(input.exportId)),
      addSigner: snapshots.addSigner.handler(async ({ input: { owner, publicKey } }) => {
        try {
          return { keyId: await trust.add(owner, publicKey) };
        } catch {
          throw failure('not-allowed', { message: NO_KEY });
        }
      }),
      register: snapshots.register.handler(async () => {
        await desk.register.meetAgain().catch(() => undefined);
        return desk.register.keys();
      }),
      revokeRegistered: snapshots.revokeRegistered.handler(({ input }) =>
        desk.register.revoke(input.keyId, input.reason),
      ),
      revokeSigner: snapshots.revokeSigner.handler(({ input }) => trust.revoke(input.keyId, input.reason)),
    },
    reviews: {
      receive: reviews.receive.handler(({ input }) => desk.received.receive(input.fileId, input.part)),
      open: reviews.open.handler(({ input }) => desk.openReceived(input.fileId, input.passphrase)),
      offered: reviews.offered.handler(() => desk.offered()),
      list: reviews.list.handler(() => [...desk.reviews.list()]),
      close: reviews.close.handler(({ input }) => desk.reviews.close(input.reviewId)),
      show: reviews.show.handler(async ({ input: { reviewId, window } }) => {
        if (desk.reviews.get(reviewId) === null || !isWindowKind(window) || !REVIEWABLE.has(window))
          throw failure('not-found');
        await windows.openReview(window, reviewId);
      }),
      mine: reviews.mine.handler(({ context }) => {
        const reviewId = windows.reviewOf(context.windowId);
        return reviewId === null ? null : (desk.reviews.get(reviewId)?.info ?? null);
      }),
      compare: reviews.compare.handler(({ input }) => desk.compare(input.before, input.after)),
      changes: reviews.changes.handler(({ input: { comparisonId, ...question } }) =>
        desk.reviews.comparison(comparisonId).client.snapshotControl.changes(question),
      ),
      changeFacet: reviews.changeFacet.handler(({ input: { comparisonId, ...question } }) =>
        desk.reviews.comparison(comparisonId).client.snapshotControl.changeFacet(question),
      ),
    },
    points: {
      list: points.list.handler(async () => [...(await desk.points())]),
      archive: points.archive.handler(async () => ({ pointId: await desk.archivePoint() })),
      open: points.open.handler(({ input }) => desk.openPoint(input.pointId)),
    },
  };
}
