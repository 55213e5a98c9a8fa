/** Answers the desk's contract from rows in memory: what the windows are drawn and tested against. */
import { implement, ORPCError } from '@orpc/server';
import { deskContract } from '../../../contract/app/desk-contract.ts';
import { FAILURES } from '../../../contract/app/failures.ts';
import { createAccountsDouble } from './accounts-double.ts';
import { createArbitrationDouble } from './arbitration-double.ts';
import { createBoardDouble } from './board-double.ts';
import { createCellDouble } from './cell-double.ts';
import { createDecideDouble } from './decide-double.ts';
import type { ChosenSet, DeskScenario } from './desk-scenario.ts';
import { createDraw } from './draw.ts';
import { createFollowUpDouble } from './follow-up-double.ts';
import { inventCandidates } from './invent-candidates.ts';
import { inventLines } from './invent-lines.ts';
import { inventMissions } from './invent-missions.ts';
import { inventCandidateSheet, inventMissionSheet } from './invent-sheets.ts';
import { createJournalDouble } from './journal-double.ts';
import { createLockDouble } from './lock-double.ts';
import { mapDouble } from './map-double.ts';
import { createNationDouble } from './nation-double.ts';
import { createNews } from './news.ts';
import { facetOf, findRows, pageOf } from './query-rows.ts';
import { createSnapshotsDouble } from './snapshots-double.ts';
import { createWorkspaceDouble } from './workspace-double.ts';

export function createDeskDouble(scenario: DeskScenario) {
  const draw = createDraw(7);
  const byId = (rows: readonly { id?: unknown }[]) => new Map(rows.map((row) => [String(row.id), row as never]));
  const missions: Map<string, Record<string, string | number | null>> = byId(inventMissions(draw, scenario.missions));
  const candidates: Map<string, Record<string, string | number | null>> = byId(
    inventCandidates(draw, scenario.candidates),
  );
  const lines = inventLines();
  const handles = new Map<string, readonly string[]>();
  const changes = createNews<{ revision: number; topics: ('missions' | 'candidates' | 'outbox' | 'sync')[] }>();
  const selections = createNews<typeof held.selection>();
  const held = { revision: 1, selection: { revision: 1, subject: scenario.subject, chosen: null as never } };
  const decide = createDecideDouble(missions, candidates);
  const changed = () => {
    held.revision += 1;
    changes.tell({ revision: held.revision, topics: ['missions', 'candidates', 'outbox', 'sync'] });
  };
  const idsOf = (set: ChosenSet) => (set.type === 'ids' ? set.ids : (handles.get(set.handle) ?? []));
  const refuse = (code: keyof typeof FAILURES) =>
    new ORPCError(code, { defined: true, message: FAILURES[code].message, data: { advice: '', reference: null } });
  const found = <Value>(value: Value | null | undefined): Value => {
    if (value === null || value === undefined) throw refuse('not-found');
    return value;
  };
  const fail = () => {
    if (scenario.fails) throw refuse('storage-damaged');
  };
  /** Reads as the scenario wants it: at once, never, or with a failure. */
  const reading = async <Value>(read: () => Value): Promise<Value> => {
    fail();
    if (scenario.waits === true) await new Promise(() => undefined);
    return read();
  };
  const choose = (rows: readonly { id?: unknown }[]) => {
    const handle = `h-${handles.size}`;
    const ids = rows.map((row) => String(row.id));
    handles.set(handle, ids);
    return { type: 'handle' as const, handle, count: ids.length };
  };
  const people = () => (scenario.situation === 'some' ? [...candidates.values()] : []);
  const workspace = createWorkspaceDouble(scenario.window);
  const lock = createLockDouble(scenario);
  const desk = implement(deskContract).$context<Record<never, never>>();

  return desk.router({
    lock: {
      follow: desk.lock.follow.handler(({ signal }) => lock.follow(signal)),
      unlock: desk.lock.unlock.handler(() => lock.unlock()),
    },
    sync: {
      state: desk.sync.state.handler(() => ({ ...scenario.sync, revision: held.revision })),
      changes: desk.sync.changes.handler(({ signal }) => changes.follow(signal, null)),
      pause: desk.sync.pause.handler(() => undefined),
      now: desk.sync.now.handler(() => undefined),
    },
    missions: {
      page: desk.missions.page.handler(({ input }) =>
        reading(() => ({ ...pageOf([...missions.values()], input, held.revision), complete: scenario.complete })),
      ),
      facet: desk.missions.facet.handler(({ input }) =>
        facetOf([...missions.values()], input.column, input, held.revision),
      ),
      choose: desk.missions.choose.handler(({ input }) => choose(findRows([...missions.values()], input))),
      sheet: desk.missions.sheet.handler(({ input }) =>
        inventMissionSheet(found(missions.get(input.id)), [...missions.values()], held.revision),
      ),
    },
    candidates: {
      page: desk.candidates.page.handler(({ input }) =>
        reading(() => ({
          ...pageOf(people(), input.query, held.revision),
          complete: scenario.situation !== 'loading',
        })),
      ),
      facet: desk.candidates.facet.handler(({ input }) => facetOf(people(), input.column, input, held.revision)),
      choose: desk.candidates.choose.handler(({ input }) => choose(findRows(people(), input.query))),
      sheet: desk.candidates.sheet.handler(({ input }) =>
        inventCandidateSheet(found(candidates.get(input.id)), input.missionId !== null, held.revision),
      ),
      supply: desk.candidates.supply.handler(() => ({
        revision: held.revision,
        situation: scenario.situation,
        inCrisis: scenario.situation === 'crisis-hides',
        walls: [
          { wall: 'weekends', label: 'La personne n’est pas disponible le week-end.', gain: 14 },
          { wall: 'vehicle', label: 'Sans l’exigence du véhicule', gain: 6 },
        ],
      })),
      revealContact: desk.candidates.revealContact.handler(() => ({
        email: 'alix.exemple@example.org',
        phone: '06 00 00 00 00',
        message: 'Disponible aussi la nuit.',
      })),
    },
    ...createSnapshotsDouble(scenario),
    accounts: createAccountsDouble(scenario, { revision: () => held.revision, reading, found, changed }),
    followUp: createFollowUpDouble(scenario, { people, revision: () => held.revision, reading }),
    board: createBoardDouble(scenario, {
      ...{ missions, changed, fail, revision: () => held.revision },
      choose: (ids) => choose(ids.map((id) => ({ id }))),
    }),
    ...createArbitrationDouble({ missions, fail, revision: () => held.revision }),
    nation: createNationDouble(scenario, { missions, fail, found, revision: () => held.revision }),
    journal: createJournalDouble(scenario, {
      revision: () => held.revision,
      reading,
      missing: () => refuse('not-found'),
    }),
    blocked: { list: desk.blocked.list.handler(() => reading(() => lines.blocked(held.revision, scenario.full))) },
    crisis: { list: desk.crisis.list.handler(() => reading(() => lines.crisis(held.revision, scenario.full))) },
    decisions: {
      preview: desk.decisions.preview.handler(({ input }) => decide.preview(input.decision, idsOf(input.targets))),
      commit: desk.decisions.commit.handler(({ input }) => {
        const done = decide.commit(input.previewId);
        if (done === null) throw refuse('preview-expired');
        changed();
        return done;
      }),
      report: desk.decisions.report.handler(({ input }) => found(decide.report(input.batchId))),
      undo: desk.decisions.undo.handler(({ input }) => {
        const undone = found(decide.undo(input.batchId));
        changed();
        return undone;
      }),
      lastUndoable: desk.decisions.lastUndoable.handler(() => {
        const last = decide.last();
        return { batchId: last?.[0] ?? null, title: last?.[1].title ?? null };
      }),
    },
    outbox: {
      list: desk.outbox.list.handler(() => reading(() => lines.outbox(scenario.full))),
      conflict: desk.outbox.conflict.handler(({ input }) => lines.conflict(input.commandId)),
      resolve: desk.outbox.resolve.handler(() => changed()),
      withdraw: desk.outbox.withdraw.handler(() => changed()),
      acknowledge: desk.outbox.acknowledge.handler(() => changed()),
      export: desk.outbox.export.handler(() => ({ fileName: 'decisions.txt', text: 'Priorité P1' })),
    },
    directory: {
      regulators: desk.directory.regulators.handler(() => [
        { id: 'r-1', name: 'Régulatrice Fictive', agency: 6 },
        { id: 'r-2', name: 'Régulateur Inventé', agency: 6 },
      ]),
      establishment: desk.directory.establishment.handler(() => ({ name: 'EHPAD de démonstration', number: null })),
      search: desk.directory.search.handler(({ input }) =>
        findRows([...missions.values()], { filters: [], search: input.text })
          .slice(0, input.limit)
          .map((row) => ({
            kind: 'mission' as const,
            id: String(row['id']),
            label: String(row['establishmentName']),
            detail: String(row['profession']),
          })),
      ),
    },
    documents: {
      reveal: desk.documents.reveal.handler(({ input }) => ({
        ...{ fileId: 'f-2', fileName: `${input.kind}-6001.pdf`, bytes: 212_000 },
      })),
    },
    exports: {
      make: desk.exports.make.handler(async function* ({ input }) {
        const rows =
          input.table.of === 'list'
            ? input.table.rows.length
            : input.table.of === 'missions'
              ? missions.size
              : people().length;
        yield { step: 'writing' as const, rows: 0, outOf: rows };
        yield {
          step: 'done' as const,
          fileId: 'f-1',
          fileName: `${input.fileName}.${input.format}`,
          rows,
          bytes: 84_000,
        };
      }),
    },
    views: {
      list: desk.views.list.handler(() => [
        { id: 'v-1', window: 'missions', name: 'Nuits de Moselle', definition: '{"search":"Metz"}' },
      ]),
      save: desk.views.save.handler(() => undefined),
      remove: desk.views.remove.handler(() => undefined),
    },
    session: {
      signIn: desk.session.signIn.handler(() => {
        throw refuse('offline');
      }),
      signOut: desk.session.signOut.handler(() => ({ kept: 3 })),
    },
    selection: {
      current: desk.selection.current.handler(() => held.selection),
      follow: desk.selection.follow.handler(({ signal }) => selections.follow(signal, held.selection)),
      change: desk.selection.change.handler(({ input }) => {
        held.selection = {
          revision: held.selection.revision + 1,
          subject: input.subject,
          chosen: input.chosen as never,
        };
        selections.tell(held.selection);
      }),
    },
    windows: {
      open: desk.windows.open.handler(() => undefined),
      list: desk.windows.list.handler(() => []),
      focus: desk.windows.focus.handler(() => undefined),
      remember: desk.windows.remember.handler(() => undefined),
      recall: desk.windows.recall.handler(() => ({
        id: 'w-1',
        window: scenario.window,
        state: scenario.state,
        subjectId: scenario.missionId,
      })),
    },
    ...mapDouble({ scenario, missions, people, revision: () => held.revision }),
    settings: {
      read: desk.settings.read.handler(() => ({
        server: 'https://service.example',
        host: 'chromium' as const,
        secretStore: 'Phrase secrète',
        databaseBytes: 84_000_000,
        version: '0.1.0',
        theme: scenario.theme,
        staleMinutes: 15,
        managed: ['Serveur'],
        attributions: 'Codes postaux : La Poste. Contours : IGN. Populations : INSEE.',
      })),
      change: desk.settings.change.handler(() => undefined),
    },
    workspace: workspace.router,
    ...createCellDouble(() => workspace.tell('log')),
    files: {
      save: desk.files.save.handler(() => ({ saved: true })),
      saveMade: desk.files.saveMade.handler(() => ({ saved: true })),
    },
  });
}
