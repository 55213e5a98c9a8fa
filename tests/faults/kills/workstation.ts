/**
 * A workstation at work while the service dies again and again: pulls the feed, decides on what it holds, sends, and
 * sends the same again under the same id until it has a verdict.
 */
import type { Command } from '../../../contract/national/commands/command.ts';
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import type { FeedPage } from '../../../contract/national/feed.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import type { Tables } from '../../../national-api/database/tables.ts';
import type { ClientMirror } from '../oracles/client-mirror.ts';
import { applyPage, startMirror } from '../oracles/client-mirror.ts';
import type { RaceTools } from '../races/actor.ts';
import { Actor } from '../races/actor.ts';
import type { View } from '../races/view.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** Where the service answers now; null while it is dead. */
export interface Door {
  url: string | null;
  /** Called when commands leave: a killer may wait for that instant. */
  onSend: () => void;
}

const PATIENCE = 10_000;

export class Workstation {
  readonly actor: Actor;
  readonly mirror: ClientMirror;
  readonly #door: Door;
  #token: string;
  #signedOut = false;

  constructor(door: Door, token: string, principal: Principal, tools: RaceTools, random: SeededRandom) {
    this.#door = door;
    this.#token = token;
    this.mirror = startMirror(principal, 0, 0);
    this.actor = new Actor(principal, tools, random, this.#view());
  }

  /** Pulls to the end of the feed, or to the death of the service. Returns whether it reached the end. */
  async pull(): Promise<boolean> {
    for (;;) {
      const { after, scopeVersion, resume } = this.mirror.cursor;
      const query = new URLSearchParams({ after: String(after), scopeVersion: String(scopeVersion), limit: '100' });
      if (resume !== null) query.set('resume', resume);
      const page = await this.#ask<FeedPage>('GET', `/v1/feed?${query}`);
      if (page === null) return false;
      applyPage(this.mirror, page);
      this.actor.see(this.#view());
      if (!page.more) return true;
    }
  }

  /** Sends what waits; answers are lost that often. */
  send(lost: number): Promise<void> {
    return this.actor.send([(_, commands) => this.#carry(commands)], lost);
  }

  /** Its token is over: it works no more until it enters with another. */
  get signedOut(): boolean {
    return this.#signedOut;
  }

  enter(token: string): void {
    this.#token = token;
    this.#signedOut = false;
  }

  /** No verdicts when the answer never came. */
  async #carry(commands: readonly Command[]): Promise<readonly Verdict[]> {
    this.#door.onSend();
    const answer = await this.#ask<{ verdicts: Verdict[] }>('POST', '/v1/commands', { commands });
    return answer?.verdicts ?? [];
  }

  /** Null when nobody answered. @throws when the service answers what it never should */
  async #ask<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Body | null> {
    const { url } = this.#door;
    if (url === null) return null;
    const answer = await fetch(url + path, {
      method,
      signal: AbortSignal.timeout(PATIENCE),
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => null);
    if (answer === null || answer.status === 429 || answer.status === 503) return null;
    if (answer.status === 401) {
      this.#signedOut = true;
      return null;
    }
    if (answer.status !== 200) throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.text}`);
    return JSON.parse(answer.text) as Body;
  }

  #view(): View {
    const ofKind = <Kind extends keyof Tables>(kind: Kind): Tables[Kind][] =>
      [...this.mirror.rows.entries()]
        .filter(([key]) => key.startsWith(`${kind}:`))
        .map(([, { row }]) => row as unknown as Tables[Kind]);
    return {
      missions: ofKind('mission'),
      candidates: ofKind('candidate'),
      proposals: ofKind('proposal'),
      openings: ofKind('opening'),
      alerts: ofKind('alert'),
      crisisModes: ofKind('crisisMode'),
      grants: ofKind('directAccess'),
    };
  }
}
