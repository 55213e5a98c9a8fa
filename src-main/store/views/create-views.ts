/** Makes the views of a connection. They are temporary: always those of the code that runs, never of an older file. */
import type { Connection } from '../open-encrypted.ts';
import { ACCOUNT_REQUEST_VIEW } from './account-views.ts';
import { CANDIDATE_VIEW } from './candidate-view.ts';
import { INTENT_VIEWS } from './intent-views.ts';
import { MISSION_VIEW } from './mission-view.ts';
import { OPENING_VIEWS } from './opening-views.ts';
import { PROPOSAL_VIEW } from './proposal-view.ts';
import { REGULATION_VIEWS } from './regulation-views.ts';

export function createViews(connection: Connection): void {
  for (const view of [
    ...INTENT_VIEWS,
    MISSION_VIEW,
    CANDIDATE_VIEW,
    PROPOSAL_VIEW,
    ...REGULATION_VIEWS,
    ...OPENING_VIEWS,
    ACCOUNT_REQUEST_VIEW,
  ]) {
    connection.exec(view);
  }
}
