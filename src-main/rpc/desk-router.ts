/** Everything a window may ask, put together: the main process's own answers and those of the engine room. */
import type { Router } from '@orpc/server';
import { implement } from '@orpc/server';
import { z } from 'zod';
import type { deskContract } from '../../contract/app/desk-contract.ts';
import { engineContract, mainContract } from '../../contract/app/desk-contract.ts';
import { VaultFault } from '../host/secrets/vault-fault.ts';
import { SignInFault } from '../national/identity/sign-in-fault.ts';
import { isWindowKind } from '../windows/window-kinds.ts';
import { cellHandlers } from './cell-handlers.ts';
import type { DeskContext, DeskParts } from './desk-parts.ts';
import { failure } from './failure.ts';
import { forwardEngine } from './forward-engine.ts';
import { mapWindowHandlers } from './map-window-handlers.ts';
import { saveMade } from './save-made.ts';
import { snapshotHandlers } from './snapshot-handlers.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

export type DeskRouter = Router<typeof deskContract, DeskContext>;

const SIGN_IN_FAILURES = {
  'given-up': 'signed-out',
  refused: 'national-refused',
  offline: 'offline',
  'no-habilitation': 'not-allowed',
  'session-ended': 'signed-out',
  'no-vault': 'not-allowed',
} as const;

/** Why nobody is signed in, in the windows' words. */
async function named(signIn: () => Promise<void>): Promise<void> {
  try {
    await signIn();
  } catch (error) {
    if (error instanceof VaultFault) throw failure('not-allowed', { message: error.message });
    if (!(error instanceof SignInFault)) throw error;
    throw failure(SIGN_IN_FAILURES[error.code], { message: error.message });
  }
}

const changesSchema = z.object({ table: z.object({ of: z.literal('changes'), comparisonId: z.string() }) });

/** The comparison whose rows are asked for; null when something else is. */
function comparisonOf(input: unknown): string | null {
  const asked = changesSchema.safeParse(input);
  return asked.success ? asked.data.table.comparisonId : null;
}

export function createDeskRouter(parts: DeskParts): DeskRouter {
  const { settings } = parts;
  const { windows } = parts.workspace;
  /** The snapshot that a window shows; null: the present. */
  const reviewOf = ({ windowId }: DeskContext) => {
    const reviewId = windows.reviewOf(windowId);
    if (reviewId === null) return null;
    const review = parts.snapshots.reviews.get(reviewId);
    if (review === null) throw failure('not-found', { message: 'Cet instantané a été fermé : fermez cette fenêtre.' });
    return review;
  };
  const roomOf = (context: DeskContext) => reviewOf(context)?.room ?? parts.room;
  const selectionOf = (context: DeskContext) => reviewOf(context)?.selection ?? parts.workspace.selection;
  const desk = implement(mainContract).$context<DeskContext>();
  const main = desk.router({
    lock: {
      follow: desk.lock.follow.handler(({ signal }) => parts.lock.follow(signal)),
      unlock: desk.lock.unlock.handler(() => named(parts.lock.unlock)),
    },
    session: {
      signIn: desk.session.signIn.handler(() => named(parts.signIn)),
      signOut: desk.session.signOut.handler(async () => ({ kept: await parts.signOut() })),
    },
    selection: {
      current: desk.selection.current.handler(({ context }) => selectionOf(context).current()),
      follow: desk.selection.follow.handler(({ context, signal }) => selectionOf(context).follow(signal)),
      change: desk.selection.change.handler(({ context, input }) => selectionOf(context).change(input)),
    },
    windows: {
      open: desk.windows.open.handler(async ({ context, input: { window, subjectId, state } }) => {
        if (!isWindowKind(window)) throw failure('not-found');
        const selection = selectionOf(context);
        const review = reviewOf(context);
        if (review !== null) {
          if (subjectId !== null) selection.change({ subject: { kind: 'mission', id: subjectId }, chosen: null });
          return windows.openReview(window, review.info.reviewId);
        }
        if (state !== undefined) return windows.open(window, subjectId, state);
        // The people of another mission: the window that follows the selection shows them, if there is one.
        const follows = window === 'candidates' && subjectId !== null && windows.hasFollower(window);
        if (!follows) return windows.open(window, subjectId);
        selection.change({ subject: { kind: 'mission', id: subjectId }, chosen: null });
        return windows.goTo(window);
      }),
      list: desk.windows.list.handler(() => windows.list().map(({ id, window, title }) => ({ id, window, title }))),
      focus: desk.windows.focus.handler(({ input }) => {
        if (!windows.focus(input.id)) throw failure('not-found');
      }),
      remember: desk.windows.remember.handler(({ input, context }) => windows.remember(context.windowId, input.state)),
      recall: desk.windows.recall.handler(({ context }) => {
        const memory = windows.recall(context.windowId);
        if (memory === null) throw failure('not-found');
        const { id, window, state, subjectId } = memory;
        return { id, window, state, subjectId };
      }),
    },
    ...mapWindowHandlers(parts),
    workspace: workspaceHandlers(parts.workspace),
    ...snapshotHandlers(parts.snapshots, windows),
    ...cellHandlers(parts.cell),
    settings: {
      read: desk.settings.read.handler(() => settings.read()),
      change: desk.settings.change.handler(async ({ input }) => {
        await settings.change(input);
        parts.workspace.changes.tell('settings');
      }),
    },
    files: {
      save: desk.files.save.handler(async ({ input: { fileName, text } }) => ({
        saved: await parts.saveFile(fileName, new Uint8Array(Buffer.from(text, 'utf8'))),
      })),
      saveMade: desk.files.saveMade.handler(({ context, input }) =>
        saveMade(
          { rooms: [roomOf(context), ...parts.snapshots.reviews.comparisonRooms()], saveFile: parts.saveFile },
          input.fileId,
        ),
      ),
    },
  });
  const answering = (context: DeskContext, input: unknown) =>
    parts.snapshots.reviews.roomOfComparison(comparisonOf(input)) ?? roomOf(context);
  return { ...forwardEngine(engineContract, answering), ...main } as DeskRouter;
}
