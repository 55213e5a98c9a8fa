/** Why a gesture on decisions cannot be done; the code is one of the failures that windows know. */
export class DecisionFailure extends Error {
  readonly code: 'preview-expired' | 'not-found' | 'not-allowed';
  /** @param message French: what happened and what to do */
  constructor(code: DecisionFailure['code'], message: string) {
    super(message);
    this.name = 'DecisionFailure';
    this.code = code;
  }
}
