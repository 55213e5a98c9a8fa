/** The cell's part of the double: one colleague on the third mission, and a log with a hand-over. */
import { implement } from '@orpc/server';
import type { LogEntry } from '../../../contract/app/presence-contract.ts';
import { presenceContract } from '../../../contract/app/presence-contract.ts';

const ENTRIES: readonly LogEntry[] = [
  {
    id: 'e-3',
    at: '2021-03-15T06:55:00.000Z',
    kind: 'hand-over',
    authorName: 'Camille Aubépine (ARS Grand-Est)',
    mine: false,
    text: 'Deux alertes CCS restent sans réponse (Metz et Épinal). Le GHT rappelle à 9 h pour les étudiants infirmiers.',
    waiting: false,
  },
  {
    id: 'e-2',
    at: '2021-03-15T05:30:00.000Z',
    kind: 'call',
    authorName: 'Régulatrice Fictive (ARS Grand-Est)',
    mine: true,
    text: 'EHPAD Les Tilleuls : confirme l’arrivée de l’aide-soignante à 14 h.',
    waiting: false,
  },
];

/** @param onWritten the windows are told that the log changed */
export function createCellDouble(onWritten: () => void) {
  const { presence, log } = implement(presenceContract).$context<Record<never, never>>();
  const held = { entries: ENTRIES };
  return {
    presence: {
      show: presence.show.handler(() => undefined),
      list: presence.list.handler(() => ({
        known: true,
        present: [
          { missionId: 'm-3', personName: 'Camille Aubépine (ARS Grand-Est)', since: '2021-03-15T07:41:00.000Z' },
        ],
      })),
    },
    log: {
      list: log.list.handler(() => ({ known: true, entries: [...held.entries] })),
      write: log.write.handler(({ input }) => {
        const author = {
          at: '2021-03-15T08:00:00.000Z',
          authorName: 'Régulatrice Fictive (ARS Grand-Est)',
          mine: true,
        };
        held.entries = [{ id: `e-${held.entries.length + 2}`, ...author, ...input, waiting: true }, ...held.entries];
        onWritten();
      }),
    },
  };
}
