import { useEffect, useRef } from 'react';
import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';
import { circleBounds } from './geodesic-circle.ts';

const MISSION_KM = 100;

/** A mission that was just chosen comes into view with its rings; afterwards the person moves as they like. */
export function useFrameMission(
  mission: { readonly longitude: number; readonly latitude: number } | null,
  missionId: string | null,
  frame: (bounds: Bounds) => void,
): void {
  const framed = useRef<string | null>(null);
  const key = mission === null ? null : `${missionId} ${mission.longitude} ${mission.latitude}`;
  useEffect(() => {
    if (mission === null || key === null || framed.current === key) return;
    framed.current = key;
    frame(circleBounds(mission, MISSION_KM));
  }, [mission, key, frame]);
}
