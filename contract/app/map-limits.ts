/** Figures of the map that its windows and the engine both know. */

/** Circles drawn around the mission, in kilometres (UX 2). */
export const MAP_RINGS_KM = [20, 50, 100] as const;

/** The finest grid that people are counted by: at level L the world is 2^L cells wide. */
export const MOST_LEVEL = 22;
