import { useEffect } from 'react';
import { FR_MAP } from '../../text/fr-map.ts';
import { BALANCE_CLASSES, balanceClass } from './balance-classes.ts';
import { drawnPlaces } from './drawn-places.ts';
import {
  areaFeatures,
  haloFeatures,
  markedFeatures,
  needFeatures,
  peopleFeatures,
  ringFeatures,
} from './map-features.ts';
import type { MapModel } from './use-map-model.ts';

/** Keeps the drawing as the answers are: each part is drawn again when its own answer changed. */
export function useDrawnMap(model: MapModel, isDrawn: boolean, showNeeds: boolean, showRings: boolean): void {
  const { drawing, mode } = model;
  const people = model.people.value;
  const needs = model.needs.value;
  const balance = model.balance.value;
  useEffect(() => {
    const map = drawing.current;
    if (!isDrawn || map === null) return;
    const places = drawnPlaces(map, people, needs);
    if (people !== null) map.show('people', peopleFeatures(people.clusters, places.people));
    if (needs !== null) map.show('needs', needFeatures(needs, places.needs));
  }, [isDrawn, drawing, people, needs]);
  useEffect(() => {
    const map = drawing.current;
    if (!isDrawn || map === null || people === null) return;
    map.show('halos', haloFeatures(people.clusters));
    map.show('marked', markedFeatures(people.mission, people.looked));
    map.show('rings', ringFeatures(people.mission));
  }, [isDrawn, drawing, people]);
  useEffect(() => {
    const map = drawing.current;
    if (!isDrawn || map === null || balance === null) return;
    const classes = balance.lines.map(
      (line) => [line.departement, BALANCE_CLASSES.indexOf(balanceClass(line))] as const,
    );
    const words = balance.lines.map(
      ({ departement, posts, free }) => [departement, posts === 0 ? '' : FR_MAP.balance.onMap(posts, free)] as const,
    );
    map.showBalance(new Map(classes), new Map(words));
  }, [isDrawn, drawing, balance]);
  useEffect(() => {
    if (isDrawn) drawing.current?.show('area', areaFeatures(model.area));
  }, [isDrawn, drawing, model.area]);
  useEffect(() => {
    const map = drawing.current;
    if (!isDrawn || map === null) return;
    map.setVisible('people', mode === 'people');
    map.setVisible('needs', mode === 'people' && showNeeds);
    map.setVisible('rings', mode === 'people' && showRings);
    map.setVisible('balance', mode === 'balance');
  }, [isDrawn, drawing, mode, showNeeds, showRings]);
}
