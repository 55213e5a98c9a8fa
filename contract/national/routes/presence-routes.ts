/**
 * Who has which mission open right now, and the cell's log with its hand-over (FEATURES D15). Presence is ephemeral: no
 * feed, no journal, forgotten after two minutes; the log is kept.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { LOG_KINDS } from '../../domain/cell-log.ts';

/** Milliseconds after which somebody who no longer says anything is gone. */
export const PRESENCE_LASTS_MS = 120_000;
/** Milliseconds that a question about presence is held at most while nobody comes or leaves. */
export const PRESENCE_HELD_MS = 25_000;

/** Entries of the log that one answer holds at most. */
export const CELL_LOG_PAGE = 200;

const id = z.string().min(1).max(64);

const presentSchema = z.strictObject({
  missionId: id,
  personName: z.string(),
  since: z.string(),
  /** The caller's own person, at another workstation. */
  self: z.boolean(),
});

export const cellLogEntrySchema = z.strictObject({
  id,
  kind: z.enum(LOG_KINDS),
  text: z.string(),
  authorId: z.string(),
  authorName: z.string(),
  at: z.string(),
});

export const presenceAnswerSchema = z.strictObject({
  /** Everybody in the caller's scope but this very workstation, the newest first. */
  present: z.array(presentSchema).max(500),
  /** Id of the newest entry of the cell's log; null when it is empty. */
  logHead: z.string().nullable(),
  /** Names this answer: the same mark, the same answer. */
  mark: z.string().min(1).max(64),
});
export type PresenceAnswer = z.infer<typeof presenceAnswerSchema>;

export const presenceRoutes = {
  announce: oc
    .route({
      method: 'POST',
      path: '/v1/presence',
      operationId: 'announcePresence',
      tags: ['Cellule'],
      summary: 'Dire quelles missions on a ouvertes ; savoir qui d’autre les a',
      description:
        'À redire avant deux minutes. Rien n’est journalisé ni conservé. Les missions hors du périmètre sont laissées de côté.',
    })
    .input(
      z.strictObject({
        /** Drawn by the workstation at each start: one person may sit at two. */
        station: id,
        missionIds: z.array(id).max(40),
      }),
    )
    .output(presenceAnswerSchema),
  follow: oc
    .route({
      method: 'GET',
      path: '/v1/presence',
      operationId: 'followPresence',
      tags: ['Cellule'],
      summary: 'Attendre que quelqu’un ouvre ou quitte une mission, ou écrive dans la main courante',
      description:
        'Répond dès que la réponse n’est plus celle que « seen » désigne, et au plus tard après vingt-cinq secondes. Ne dit rien de l’appelant : c’est « annoncer » qui le fait.',
    })
    .input(
      z.strictObject({
        station: id,
        /** The mark of the answer that the workstation has. */
        seen: z.string().max(64).optional(),
      }),
    )
    .output(presenceAnswerSchema),
};

export const cellLogRoutes = {
  read: oc
    .route({
      method: 'GET',
      path: '/v1/cell-log',
      operationId: 'readCellLog',
      tags: ['Cellule'],
      summary: 'La main courante de sa cellule, la plus récente en premier',
    })
    .input(
      z.strictObject({
        limit: z.coerce.number().int().min(1).max(CELL_LOG_PAGE).default(100),
        /** Only what was written before this entry of the cell's own log: the page that follows. */
        before: id.optional(),
      }),
    )
    .output(z.strictObject({ entries: z.array(cellLogEntrySchema) })),
  write: oc
    .route({
      method: 'POST',
      path: '/v1/cell-log',
      operationId: 'writeCellLog',
      tags: ['Cellule'],
      summary: 'Écrire dans la main courante de sa cellule ; la même entrée deux fois n’en fait qu’une',
    })
    .input(z.strictObject({ id, kind: z.enum(LOG_KINDS), text: z.string().trim().min(1).max(2000) }))
    .output(cellLogEntrySchema),
};

export type CellLogEntry = z.infer<typeof cellLogEntrySchema>;
