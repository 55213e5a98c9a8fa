/** The CCS lets a region see candidates of other pools, at once; student reserves wait for their lenders (DOMAIN §6; F108). */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { initialOpeningState } from '../../contract/domain/opening.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandConflict } from '../kernel/command-outcome.ts';
import type { CommandHandler, SubjectKey } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { settleOpening } from '../rules/find-opening.ts';
import { lastAuthor } from '../rules/last-author.ts';
import { readOpeningTerms } from '../rules/opening-terms.ts';
import { refuseBesideOthers } from '../rules/refuse-beside-others.ts';

const NOTHING_YET = {
  used: 0,
  assigned: 0,
  objectionByName: null,
  objectionAt: null,
  objectionReason: null,
  overruledByName: null,
  overruledReason: null,
  agreedByName: null,
  agreedAt: null,
  agreements: null,
  closedAt: null,
  closedByName: null,
  closedReason: null,
} as const;

export const createOpening: CommandHandler<'opening.create'> = {
  kind: 'opening.create',
  async footprint(_reader, { subject, input }) {
    const agencies: readonly AgencyCode[] = [input.receiverAgency, ...(input.lenderAgencies ?? [])] as AgencyCode[];
    return [`opening:${subject}`, ...agencies.map((agency): SubjectKey => `agency:${agency}`)];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { input, subject } = command;
    requireRight(actor, 'open-pools', { agency: input.receiverAgency, reason: input.reason });
    if ((await work.get('opening', subject)) !== null) {
      const last = await lastAuthor(work, 'opening', subject);
      throw new CommandConflict('subject-exists', 'Cette ouverture existe déjà.', {
        kind: 'opening',
        id: subject,
        ...last,
      });
    }
    const terms = await readOpeningTerms(work, input, todayOf(input.receiverAgency, work.now));
    await refuseBesideOthers(work, terms, subject);
    const state = initialOpeningState(input.poolKinds);
    const opening = await work.insert('opening', {
      id: subject,
      state,
      ...terms,
      ceiling: input.ceiling,
      reason: input.reason,
      authorName: actor.displayName,
      createdAt: work.at,
      ...NOTHING_YET,
    });
    const act = actOf(context);
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'opening',
      subjectId: subject,
      subjectAgency: input.receiverAgency,
      reason: input.reason,
      after: { state, ...terms, ceiling: input.ceiling },
    });
    await settleOpening(act, opening);
  },
};
