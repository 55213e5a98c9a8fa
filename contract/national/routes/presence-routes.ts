/**
 * Who has which mission open right now, and the cell's log with its hand-over (FEATURES D15). Presence is ephemeral: no
 * feed, no journal, forgotten after two minutes; the log is kept.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { LOG_KINDS } from '../../domain/cell-log.ts';

/** Milliseconds after which somebody who no longer says anything is gone. */
export const PRESENCE_LASTS_MS = 120_000;

const id = z.string().min(1).max(64);

const presentSchema = z.strictObject({ missionId: id, personName: z.string(), since: z.string() });

export const cellLogEntrySchema = z.strictObject({
  id,
  kind: z.enum(LOG_KINDS),
  text: z.string(),
  authorId: z.string(),
  authorName: z.string(),
  at: z.string(),
});

export const presenceAnswerSchema = z.strictObject({
  /** Everybody else in the caller's scope, the newest first. */
  present: z.array(presentSchema).max(500),
  /** Id of the newest entry of the cell's log; null when it is empty. */
  logHead: z.string().nullable(),
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
    .input(z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(100) }))
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
