/** Draws a whole nation in memory: a table of contents of what it is made of. */

import type { Places } from '../../contract/domain/geography/places.ts';
import type { Instant } from '../../contract/domain/instant.ts';
import { createSupply } from './candidate-supply.ts';
import { deriveFacts } from './derive-facts.ts';
import { finessRanks } from './finess-ranks.ts';
import { makeAccountRequests } from './make-account-requests.ts';
import { makeAlerts } from './make-alerts.ts';
import { makeCandidates } from './make-candidates.ts';
import { makeCrisis } from './make-crisis.ts';
import { makeEstablishments } from './make-establishments.ts';
import { makeMissions } from './make-missions.ts';
import { makeOpenings, useOpenings } from './make-openings.ts';
import { makePools } from './make-pools.ts';
import { makeRegulation } from './make-regulation.ts';
import { makeRegulators } from './make-regulators.ts';
import { nationContext } from './nation-context.ts';
import { nationDay } from './nation-day.ts';
import type { NationDraft } from './nation-draft.ts';
import { emptyDraft } from './nation-draft.ts';
import type { NationPlan } from './nation-size.ts';
import { createPast, writePending, writeSettled } from './write-past.ts';

/**
 * The same plan, places and day give the same nation, to the byte.
 *
 * @example
 * const draft = drawNation(planNation('demo', 1), places, clock());
 */
export function drawNation(plan: NationPlan, places: Places, now: Instant): NationDraft {
  const context = nationContext(plan, nationDay(now), places);
  const draft = emptyDraft();
  const ranks = finessRanks();
  const cells = makeRegulators(context, draft);
  const requesters = makeEstablishments(context, draft, ranks);
  const pools = makePools(context, draft, requesters);
  const volunteers = makeCandidates(context, draft, pools, cells);
  const needs = makeMissions(context, draft, requesters, pools, cells);
  const past = createPast(context, draft, createSupply(volunteers), cells);
  writeSettled(past, needs);
  const openings = makeOpenings(context, draft, cells);
  useOpenings(past, openings, needs);
  writePending(past, needs, draft);
  makeRegulation(context, draft, cells, needs);
  makeAlerts(context, draft, cells, needs);
  makeCrisis(context, draft, cells, needs);
  makeAccountRequests(context, draft, cells, requesters, ranks);
  deriveFacts(draft, context.day.instant);
  return draft;
}
