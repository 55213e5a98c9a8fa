import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  MapArea,
  MapView,
  NeedsOnMap,
  PeopleOnMap,
  TerritoryBalance,
} from '../../../contract/app/map-contract.ts';
import type { Fault } from '../../data/fault.ts';
import { useAct } from '../../data/use-act.ts';
import type { Live } from '../../data/use-live.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChosenSet } from '../../tables/chosen-set.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import type { DeskMap } from './desk-map.ts';
import type { MapQuestion } from './map-question.ts';
import type { MapMode } from './map-window-state.ts';

export type MapTool = 'box' | 'lasso';

export interface PickedNeed {
  readonly longitude: number;
  readonly latitude: number;
  readonly index: number;
}

/** A map at work: what it asks and was answered, what is chosen on it. Shared by the drawing and by its twin. */
export interface MapModel {
  readonly question: MapQuestion;
  readonly professions: readonly string[] | null;
  readonly view: MapView | null;
  setView(view: MapView): void;
  readonly people: Live<PeopleOnMap>;
  readonly needs: Live<NeedsOnMap>;
  readonly balance: Live<TerritoryBalance>;
  readonly mode: MapMode;
  readonly tool: MapTool | null;
  setTool(tool: MapTool | null): void;
  /** What was drawn last. */
  readonly area: MapArea | null;
  chooseArea(area: MapArea): void;
  readonly chosen: ChosenSet | null;
  clear(): void;
  /** Read out loud. */
  readonly said: string;
  readonly fault: Fault | null;
  readonly place: ClusterEntry | null;
  pickPlace(entry: ClusterEntry | null): void;
  readonly need: PickedNeed | null;
  pickNeed(need: PickedNeed | null): void;
  /** Null where nothing is drawn. */
  readonly drawing: { current: DeskMap | null };
}

interface MapModelOptions {
  readonly question: MapQuestion;
  readonly professions: readonly string[] | null;
  readonly mode: MapMode;
  readonly lookedId: string | null;
  /** What is chosen now, in any window. */
  readonly chosen: ChosenSet | null;
  onChosen(set: ChosenSet | null): void;
}

const PEOPLE_TOPICS = ['candidates', 'missions', 'proposals', 'regulation'] as const;

export function useMapModel(options: MapModelOptions): MapModel {
  const { question, professions, mode, lookedId, chosen, onChosen } = options;
  const [view, setView] = useState<MapView | null>(null);
  const [tool, setTool] = useState<MapTool | null>(null);
  const [area, setArea] = useState<MapArea | null>(null);
  const [said, setSaid] = useState('');
  const [place, setPlace] = useState<ClusterEntry | null>(null);
  const [need, setNeed] = useState<PickedNeed | null>(null);
  const drawing = useRef<DeskMap | null>(null);
  const { run, fault } = useAct();
  const questionNow = useRef(question);
  questionNow.current = question;
  const asked = JSON.stringify(question);
  const listed = professions === null ? null : [...professions];

  const people = useLive(
    view === null ? null : `map people ${asked} ${lookedId} ${JSON.stringify(view)}`,
    (client) => client.map.people({ question, view: view ?? EVERYWHERE, lookedId }),
    PEOPLE_TOPICS,
  );
  const needs = useLive(
    view === null ? null : `map needs ${JSON.stringify(listed)} ${JSON.stringify(view)}`,
    (client) => client.map.needs({ professions: listed, view: view ?? EVERYWHERE }),
    ['missions'],
  );
  const balance = useLive(
    `map balance ${JSON.stringify(listed)}`,
    (client) => client.map.balance({ professions: listed }),
    ['missions', 'candidates'],
  );

  // What was drawn goes with the choice that it made: another window, or another mission, may have let it go.
  useEffect(() => {
    if (chosen === null) setArea(null);
  }, [chosen]);
  const pickPlace = useCallback((entry: ClusterEntry | null) => {
    setPlace(entry);
    setNeed(null);
  }, []);
  const pickNeed = useCallback((picked: PickedNeed | null) => {
    setNeed(picked);
    setPlace(null);
  }, []);
  const clear = useCallback(() => {
    setArea(null);
    setTool(null);
    onChosen(null);
    setSaid('');
  }, [onChosen]);
  const chooseArea = useCallback(
    (drawn: MapArea) => {
      setTool(null);
      setArea(drawn);
      setPlace(null);
      void run((client) => client.map.choose({ question: questionNow.current, area: drawn })).then((set) => {
        if (set === null) return;
        const count = set.type === 'ids' ? set.ids.length : set.count;
        setSaid(count === 0 ? FR_MAP.nothingChosen : FR_MAP.chosen(count));
        onChosen(count === 0 ? null : set);
      });
    },
    [run, onChosen],
  );

  return {
    ...{ question, professions, view, setView, people, needs, balance, mode, tool, setTool, area, chooseArea },
    ...{ chosen, clear, said, fault, place, pickPlace, need, pickNeed, drawing },
  };
}

/** Never asked: a map without a view asks nothing. */
const EVERYWHERE: MapView = { west: -180, south: -85, east: 180, north: 85, level: 3 };
