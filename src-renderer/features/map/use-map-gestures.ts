import { useCallback, useEffect, useState } from 'react';
import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';
import { MAP_FRAMES } from '../../../contract/domain/geography/map-frame.ts';
import { useAct } from '../../data/use-act.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { circleBounds } from './geodesic-circle.ts';
import { MAP_ACTS } from './map-acts.ts';
import type { PictureWords } from './map-picture.ts';
import { composePicture, pngOf } from './map-picture.ts';
import { framedView } from './map-view.ts';
import type { MapModel } from './use-map-model.ts';

export interface MapGestures {
  readonly hasMission: boolean;
  readonly hasAgency: boolean;
  frame(bounds: Bounds): void;
  frameMission(): void;
  frameAgency(): void;
  zoomBy(steps: number): void;
  centre(longitude: number, latitude: number): void;
  chooseVisible(): void;
  readonly saving: boolean;
  /** What came of saving; empty before. */
  readonly told: string;
  save(): void;
  print(): void;
  /** The picture being printed. */
  readonly printed: string | null;
}

interface MapGesturesOptions {
  readonly agency: Bounds | null;
  /** Do letters decide here? A table beside has its own. */
  readonly withActs: boolean;
  words(): PictureWords;
}

const LIST_PIXELS = 1_000;
const MISSION_KM = 100;
const NEAR_ZOOM = 9;

export function useMapGestures(model: MapModel, options: MapGesturesOptions): MapGestures {
  const { agency, withActs, words } = options;
  const { drawing, setView, view, area, chooseArea, chosen, clear, question, setTool, tool, mode } = model;
  const { decide } = useDecisions();
  const { run, busy } = useAct();
  const [told, setTold] = useState('');
  const [printed, setPrinted] = useState<string | null>(null);
  const mission = model.people.value?.mission ?? null;

  const frame = useCallback(
    (bounds: Bounds) => {
      if (drawing.current === null) setView(framedView(bounds, LIST_PIXELS));
      else drawing.current.frame(bounds);
    },
    [drawing, setView],
  );
  const frameMission = useCallback(() => {
    if (mission !== null) frame(circleBounds(mission, MISSION_KM));
  }, [mission, frame]);
  const frameAgency = useCallback(() => {
    if (agency !== null) frame(agency);
  }, [agency, frame]);
  const chooseVisible = useCallback(() => {
    if (view === null) return;
    const { west, south, east, north } = view;
    const points: [number, number][] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    chooseArea({ type: 'polygon', points });
  }, [view, chooseArea]);
  const compose = async () => {
    const map = drawing.current;
    return map === null ? null : composePicture(await map.picture(), words());
  };
  const save = async () => {
    const picture = await compose();
    const saved =
      picture === null
        ? null
        : await run((client) =>
            client.pictures.save({
              fileName: FR_MAP.fileName(new Date().toLocaleDateString('sv-SE')),
              png: pngOf(picture),
            }),
          );
    setTold(saved?.saved === true ? FR_MAP.saved : FR_MAP.notSaved);
  };
  const print = async () => {
    const picture = await compose();
    if (picture !== null) setPrinted(picture.toDataURL('image/png'));
  };
  useEffect(() => {
    if (printed === null) return;
    const over = () => setPrinted(null);
    window.addEventListener('afterprint', over, { once: true });
    // Once the picture is on the page.
    const timer = setTimeout(() => window.print(), 80);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', over);
    };
  }, [printed]);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const key = event.key.toLowerCase();
      const territory = MAP_FRAMES.find(({ id }) => FR_MAP.frameKeys[id] === key);
      const act = withActs ? MAP_ACTS.find((one) => one.key === key) : undefined;
      if (territory !== undefined) frame(territory.bounds);
      else if (key === 'c' && mission !== null) frameMission();
      else if (key === 'r' && agency !== null) frameAgency();
      else if (key === 'escape' && area !== null && chosen === null) clear();
      else if (key === 'b' && mode === 'people') setTool(tool === 'box' ? null : 'box');
      else if (key === 'l' && mode === 'people') setTool(tool === 'lasso' ? null : 'lasso');
      else if (act !== undefined && chosen !== null && !(act.needsMission && question.missionId === null))
        decide(act.draft(question.missionId), chosen);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });

  return {
    hasMission: mission !== null,
    hasAgency: agency !== null,
    frame,
    frameMission,
    frameAgency,
    zoomBy: (steps) => drawing.current?.zoomBy(steps),
    centre: (longitude, latitude) => drawing.current?.centre(longitude, latitude, NEAR_ZOOM),
    chooseVisible,
    saving: busy,
    told,
    save: () => void save(),
    print: () => void print(),
    printed,
  };
}
