/** The cell's part of the double: colleagues on missions, oneself elsewhere on another, and a log with a hand-over. */
import { implement } from '@orpc/server';
import type { LogEntry, Present } from '../../../contract/app/presence-contract.ts';
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

const OLDER: readonly LogEntry[] = [
  {
    id: 'e-1',
    at: '2021-03-14T17:10:00.000Z',
    kind: 'instruction',
    authorName: 'Noa Bleuet (CCS)',
    mine: false,
    text: '=Point national à 18 h, « Étudiants » compris.',
    waiting: false,
  },
];

const presentOn = (missionId: string, personName: string, self: boolean): Present => ({
  ...{ missionId, personName, self },
  since: '2021-03-15T07:41:00.000Z',
});

/** @param onWritten the windows are told that the log changed */
export function createCellDouble(onWritten: () => void) {
  const { presence, log } = implement(presenceContract).$context<Record<never, never>>();
  const held = { entries: ENTRIES, more: true };
  return {
    presence: {
      show: presence.show.handler(() => undefined),
      list: presence.list.handler(() => ({
        known: true,
        present: [
          presentOn('m-3', 'Camille Aubépine (ARS Grand-Est)', false),
          presentOn('m-5', 'Camille Aubépine (ARS Grand-Est)', false),
          presentOn('m-5', 'Noa Bleuet (CCS)', false),
          presentOn('m-6', 'Régulatrice Fictive (ARS Grand-Est)', true),
        ],
      })),
    },
    log: {
      list: log.list.handler(() => ({ known: true, more: held.more, entries: [...held.entries] })),
      older: log.older.handler(() => {
        held.entries = [...held.entries, ...OLDER];
        held.more = false;
        onWritten();
      }),
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
