/** The one way in which the HTTP front says no; everything else that is thrown is a fault and tells nothing (TRUST S44). */
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import type { InvalidField } from '../../contract/national/problem.ts';
import type { ProblemCode } from '../../contract/national/problem-codes.ts';

export interface ProblemExtras {
  readonly errors?: readonly InvalidField[];
  readonly verdict?: Verdict;
  /** Seconds. */
  readonly retryAfter?: number;
}

export class ServiceProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  /** @param detail French sentence: what happened and what to do; never anybody's data. */
  constructor(status: number, code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.name = 'ServiceProblem';
    this.status = status;
    this.code = code;
    this.extras = extras;
  }
}
