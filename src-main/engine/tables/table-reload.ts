/**
 * Reads a whole table anew beside the one that answers, as often as it is asked and no more often than is good for the
 * rest: while rows pour in, reading takes a small share of the time.
 *
 * ```
 *   resting ──ask()──▶ reading ──done, not asked again──▶ resting
 *                        │  ▲
 *                 asked again: rest, then read
 * ```
 */
import type { Turns } from './turns.ts';

/** Rest after a reading, as a multiple of its length. */
const REST_FACTOR = 6;

export interface ReloadOptions {
  readonly turns: Turns;
  readonly isStopped: () => boolean;
  /** Is everything there to be read? */
  readonly isWhole: () => boolean;
  /** Reads the table; `missed` tells, at its end, which rows changed since it began. */
  readonly read: (missed: () => readonly string[]) => Promise<void>;
  readonly onRead: () => void;
  readonly onFault: (error: unknown) => void;
}

export class TableReload {
  readonly #options: ReloadOptions;
  readonly #first = Promise.withResolvers<void>();
  readonly #tried = Promise.withResolvers<void>();
  #isAsked = false;
  #isRunning = false;
  /** The last reading found everything there. */
  #wasWhole = false;
  #missed: string[] = [];

  constructor(options: ReloadOptions) {
    this.#options = options;
  }

  /** Resolves when the table was read once. */
  get loaded(): Promise<void> {
    return this.#first.promise;
  }

  /** Resolves when the table was read once, or could not be. */
  get tried(): Promise<void> {
    return this.#tried.promise;
  }

  /** False while rows may be missing that are known to be there. */
  get isComplete(): boolean {
    return this.#options.isWhole() && (this.#wasWhole || !this.#isRunning);
  }

  ask(): void {
    this.#isAsked = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#run().catch((error: unknown) => {
      this.#isRunning = false;
      this.#tried.resolve();
      if (!this.#options.isStopped()) this.#options.onFault(error);
    });
  }

  /** These rows changed: what is being read may hold them as they were. */
  changed(ids: Iterable<string>): void {
    if (this.#isRunning) this.#missed.push(...ids);
  }

  async #run(): Promise<void> {
    const { turns, isStopped, isWhole, read, onRead } = this.#options;
    await turns.later(0);
    while (this.#isAsked && !isStopped()) {
      this.#isAsked = false;
      this.#missed = [];
      const whole = isWhole();
      const start = turns.stopwatch();
      await read(() => this.#missed);
      this.#tried.resolve();
      if (isStopped()) return;
      this.#wasWhole = whole;
      this.#isRunning = this.#isAsked;
      this.#first.resolve();
      onRead();
      if (this.#isAsked) await turns.later((turns.stopwatch() - start) * REST_FACTOR);
    }
    this.#isRunning = false;
  }
}
