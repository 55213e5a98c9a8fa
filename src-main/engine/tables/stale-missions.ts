/**
 * Missions whose score and supply rest on rows that changed: noted by profession, derived again in slices beside
 * answers. One change may touch thousands of missions; a thousand changes touch them once.
 */
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { Turns } from './turns.ts';
import { inSlices } from './turns.ts';

export interface StaleMissionsOptions {
  readonly turns: Turns;
  readonly isStopped: () => boolean;
  readonly missions: () => Iterable<MissionViewRow>;
  /** @returns whether anything changed */
  readonly derive: (missionId: string) => boolean;
  /** At least one mission is not what it was. */
  readonly onDerived: () => void;
  readonly onFault: (error: unknown) => void;
}

export class StaleMissions {
  readonly #options: StaleMissionsOptions;
  #professions = new Set<string>();
  #isAll = false;
  #isRunning = false;

  constructor(options: StaleMissionsOptions) {
    this.#options = options;
  }

  add(profession: string | null | undefined): void {
    if (typeof profession === 'string') this.#professions.add(profession);
  }

  all(): void {
    this.#isAll = true;
  }

  /** Starts deriving, unless it goes on already. */
  derive(): void {
    if (this.#isRunning || !this.#isStale) return;
    this.#isRunning = true;
    this.#run()
      .catch(this.#options.onFault)
      .finally(() => {
        this.#isRunning = false;
      });
  }

  get #isStale(): boolean {
    return this.#isAll || this.#professions.size > 0;
  }

  async #run(): Promise<void> {
    const { turns, isStopped, missions, derive, onDerived } = this.#options;
    await turns.later(0);
    while (this.#isStale && !isStopped()) {
      const professions = this.#isAll ? null : this.#professions;
      this.#isAll = false;
      this.#professions = new Set();
      const touched = [...missions()].filter((row) => isTouched(row, professions)).map(({ id }) => id);
      let isChanged = false;
      await inSlices(turns, touched, isStopped, (id) => {
        isChanged = derive(id) || isChanged;
      });
      if (isChanged) onDerived();
    }
  }
}

/** With vaccination help, several professions may answer: any of them touches the mission. */
function isTouched(row: MissionViewRow, professions: ReadonlySet<string> | null): boolean {
  if (professions === null || professions.has(row.profession)) return true;
  const others = row.vaccinationHelp === 1 ? (JSON.parse(row.vaccinationProfessions) as string[]) : [];
  return others.some((profession) => professions.has(profession));
}
