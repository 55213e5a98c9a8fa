/** The priority board over 20,000 missions: what a person waits for at each scroll, and at each card put down. */
import type { BoardQuestion } from '../../../contract/app/board-contract.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import { createDecisionDesk } from '../../../src-main/commands/decision-desk.ts';
import type { BoardDesk } from '../../../src-main/engine/board/board-desk.ts';
import { boardCards, boardView } from '../../../src-main/engine/board/board-view.ts';
import { proposeOrder } from '../../../src-main/engine/board/propose-order.ts';
import { createHandles } from '../../../src-main/engine/handles.ts';
import type { BenchCase } from '../bench-case.ts';
import { buildImage, IMAGE_NOW, openBenchStore } from '../engine/open-image.ts';
import { fillBase } from '../engine-rows.ts';
import type { Figure } from '../figure.ts';
import { quantileFigures, timeEach } from '../figure.ts';

const MISSIONS = 20_000;
const CANDIDATES = 20_000;
const SCROLLS = 200;
const DRAGS = 100;
/** A frame and a half: the board is drawn anew with the next one. */
const VIEW_P99_MS = 25;
/** What UX calls "at once", for the whole of a drop: preview, base, image, board. */
const DROP_P99_MS = 100;
const DESK_ROLE = { personId: 'bench', role: 'ccs-lead', agency: null, departements: null } as const;

const ALL: BoardQuestion = { filters: [], search: '', swimlane: 'none', order: 'score', withFilled: false };
const LANES = BOARD_LANES.filter((lane) => lane !== 'closed');

/** Two blocks of every lane: what a window asks for around a place. */
const cellsAt = (offset: number) => LANES.map((lane) => ({ swimlane: null, lane, offset, limit: 24 }));

export const board: BenchCase = async ({ folder, scale }) => {
  const store = openBenchStore(folder);
  try {
    fillBase(store, { candidates: Math.ceil(CANDIDATES * scale), missions: Math.ceil(MISSIONS * scale) });
    const { image } = await buildImage(store);
    image.deriveAll();
    let made = 0;
    const makeId = () => `bench-${made++}`;
    const person = { id: 'bench', name: 'Banc', role: 'ccs-lead', agency: null, departements: null };
    const desk: BoardDesk = { store, image, handles: createHandles(() => IMAGE_NOW, makeId), person: () => person };
    const decisions = createDecisionDesk({ store, person: DESK_ROLE, clock: () => IMAGE_NOW, makeId });
    const look = (offset: number) => boardView(desk, { question: ALL, cells: cellsAt(offset), find: null });

    const scrolls = timeEach(
      Array.from({ length: SCROLLS }, (_, index) => index * 12),
      look,
    );
    const first = boardView(desk, { question: { ...ALL, swimlane: 'departement' }, cells: [], find: null });
    const bands = first.swimlanes.slice(0, 6).map(({ value }) => value);
    const territories = timeEach(
      Array.from({ length: SCROLLS }, () => 0),
      (offset) =>
        boardView(desk, {
          question: { ...ALL, swimlane: 'departement' },
          cells: bands.flatMap((swimlane) => LANES.map((lane) => ({ swimlane, lane, offset, limit: 24 }))),
          find: null,
        }),
    );
    const held = look(0).cells.flatMap(({ cards }) => cards.map(({ id }) => id));
    const drops = timeEach(
      Array.from({ length: DRAGS }, (_, index) => held[index % held.length] ?? ''),
      (id) => {
        const [card] = boardCards(desk, [id]).cards;
        const priority = card?.lane === 'P3' ? 'P4' : 'P3';
        const { previewId } = decisions.preview({ kind: 'set-priority', priority, reason: null }, [id]);
        decisions.commit(previewId, null);
        image.flush();
        const after = boardCards(desk, [id]).cards[0];
        if (after?.lane !== priority) throw new Error('A card of the bench did not move');
        return look(0);
      },
    );
    const order = timeEach([ALL, ALL, ALL], (question) => proposeOrder(desk, question));
    image.stop();
    const figures: Figure[] = [
      ...quantileFigures('Tableau : un écran de cartes', scrolls, VIEW_P99_MS),
      ...quantileFigures('Tableau par département', territories, VIEW_P99_MS),
      ...quantileFigures('Carte posée : aperçu, base, tableau', drops, DROP_P99_MS),
      { label: 'Ordre proposé par le score', value: order.p50, unit: 'ms', budget: null },
    ];
    return { milliseconds: drops.sum, count: DRAGS, figures };
  } finally {
    store.close();
  }
};
