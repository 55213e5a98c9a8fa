/** Where the people of one image are on the map's plane: projected once, and again only for those whose place changed. */
import { mercatorX, mercatorY } from './mercator.ts';

const FIRST_CAPACITY = 1024;

export class PlacedPoints {
  x: Float64Array<ArrayBuffer> = new Float64Array(FIRST_CAPACITY);
  y: Float64Array<ArrayBuffer> = new Float64Array(FIRST_CAPACITY);
  #latitude: Float64Array<ArrayBuffer> = new Float64Array(FIRST_CAPACITY).fill(Number.NaN);
  #longitude: Float64Array<ArrayBuffer> = new Float64Array(FIRST_CAPACITY).fill(Number.NaN);

  /** Keeps room for that many slots. */
  grow(extent: number): void {
    if (extent <= this.x.length) return;
    const capacity = Math.max(extent, this.x.length * 2);
    const grown = (array: Float64Array) => {
      const made = new Float64Array(capacity).fill(Number.NaN);
      made.set(array);
      return made;
    };
    this.x = grown(this.x);
    this.y = grown(this.y);
    this.#latitude = grown(this.#latitude);
    this.#longitude = grown(this.#longitude);
  }

  /** Call it before `x` and `y` of a slot are read. @returns whether the place is known */
  place(slot: number, latitude: number, longitude: number): boolean {
    if (this.#latitude[slot] === latitude && this.#longitude[slot] === longitude) return true;
    if (Number.isNaN(latitude) || Number.isNaN(longitude)) return false;
    this.#latitude[slot] = latitude;
    this.#longitude[slot] = longitude;
    this.x[slot] = mercatorX(longitude);
    this.y[slot] = mercatorY(latitude);
    return true;
  }
}
