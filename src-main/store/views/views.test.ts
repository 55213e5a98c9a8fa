import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirm, decide, decisionOf, entryOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import { readCandidateView, readMissionView } from '../queries/view-rows.ts';
import { build } from '../statements.ts';
import type { Store } from '../store.ts';

describe('the joined views', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
    confirm(
      store,
      entryOf('mission', 'm-1'),
      entryOf('candidate', 'c-1'),
      entryOf('regulator', 'r-1', { name: 'Alix' }),
    );
  });
  afterEach(() => store.close());

  const missionNow = () => [...readMissionView(store, ['m-1'])][0];
  const candidateNow = () => [...readCandidateView(store, ['c-1'])][0];
  const proposals = () => store.statements.all(build.selectFrom('proposalView').selectAll().orderBy('id'));
  const settle = (commandId: string, state: string) =>
    store.transaction('mirror', ({ statements }) => {
      statements.run('UPDATE outbox SET state = ?, behind = NULL WHERE "commandId" = ?', state, commandId);
    });
  const onMission = (commandId: string, kind: string, fact: string, input: object) =>
    decide(
      store,
      decisionOf({ commandId, kind: kind as never, subject: 'm-1', fact: fact as never, missionId: 'm-1' }, input),
    );
  const onPair = (commandId: string, kind: string, subject: string, input: object = {}) =>
    decide(
      store,
      decisionOf(
        { commandId, kind: kind as never, subject, fact: 'proposal', missionId: 'm-1', candidateId: 'c-1' },
        { missionId: 'm-1', candidateId: 'c-1', openingId: null, ...input },
      ),
    );

  describe('the mission view', () => {
    it('shows the confirmed row word for word when nothing is open', () => {
      expect(missionNow()).toMatchObject({
        priority: 'none',
        state: 'open',
        hasOpenIntent: 0,
        hasConflict: 0,
        accepted: 0,
      });
    });

    it.each([
      [
        'mission.set-priority',
        'priority',
        { priority: 'P1', reason: 'Fermeture' },
        { priority: 'P1', priorityReason: 'Fermeture' },
      ],
      ['mission.defer', 'deferral', { until: '2020-11-20', reason: null }, { deferredUntil: '2020-11-20' }],
      ['mission.note', 'note', { text: 'Rappeler demain' }, { note: 'Rappeler demain' }],
      ['mission.assign-regulator', 'regulator', { regulatorId: 'r-1' }, { regulatorId: 'r-1', regulatorName: 'Alix' }],
      [
        'mission.close',
        'life',
        { reason: 'duplicate', comment: null },
        { state: 'closed', closingReason: 'duplicate' },
      ],
      ['alert.raise', 'alert', { message: 'Plus personne', tried: [] }, { alert: 'raised' }],
    ])('shows an open %s over the truth, marked', (kind, fact, input, expected) => {
      onMission('k-1', kind, fact, input);
      expect(missionNow()).toMatchObject({ ...expected, hasOpenIntent: 1, hasConflict: 0 });
      settle('k-1', 'sending');
      expect(missionNow()).toMatchObject({ ...expected, hasOpenIntent: 1 });
    });

    it('erases a note, a deferral, a regulator when that is what is wanted', () => {
      confirm(
        store,
        entryOf(
          'mission',
          'm-1',
          { note: 'Avant', deferredUntil: '2020-11-20', regulatorId: 'r-1', regulatorName: 'Alix' },
          2,
        ),
      );
      onMission('k-1', 'mission.note', 'note', { text: null });
      onMission('k-2', 'mission.defer', 'deferral', { until: null, reason: null });
      onMission('k-3', 'mission.assign-regulator', 'regulator', { regulatorId: null });
      expect(missionNow()).toMatchObject({ note: null, deferredUntil: null, regulatorId: null, regulatorName: null });
    });

    it('shows the truth again, marked, when the decision is in conflict; and unmarked once it is settled', () => {
      onMission('k-1', 'mission.set-priority', 'priority', { priority: 'P1', reason: null });
      settle('k-1', 'conflict');
      expect(missionNow()).toMatchObject({ priority: 'none', hasOpenIntent: 1, hasConflict: 1 });
      settle('k-1', 'refused');
      expect(missionNow()).toMatchObject({ priority: 'none', hasOpenIntent: 0, hasConflict: 0 });
    });

    it('shows the last decision of those that wait behind each other', () => {
      onMission('k-1', 'mission.set-priority', 'priority', { priority: 'P1', reason: null });
      settle('k-1', 'sending');
      decide(
        store,
        decisionOf(
          {
            commandId: 'k-2',
            kind: 'mission.set-priority',
            subject: 'm-1',
            fact: 'priority',
            missionId: 'm-1',
            behind: 'k-1',
          },
          { priority: 'P3', reason: null },
        ),
      );
      expect(missionNow()?.priority).toBe('P3');
    });

    it('counts what is wanted of proposals beside what is confirmed', () => {
      confirm(store, entryOf('mission', 'm-1', { contacted: 1, proposed: 1, accepted: 1 }, 2));
      confirm(store, entryOf('proposal', 'p-held', { state: 'contacted', candidateId: 'c-2' }));
      onPair('k-1', 'proposal.create', 'p-new');
      expect(missionNow()).toMatchObject({ proposed: 2, contacted: 1, accepted: 1 });
      onPair('k-2', 'proposal.release', 'p-held', { reason: 'error', comment: null });
      expect(missionNow()).toMatchObject({ proposed: 2, contacted: 0, accepted: 1 });
      // Confirmed: the mirror counts it, and nothing is counted twice.
      confirm(
        store,
        entryOf('proposal', 'p-new'),
        entryOf('mission', 'm-1', { contacted: 1, proposed: 2, accepted: 1 }, 3),
      );
      settle('k-1', 'confirmed');
      expect(missionNow()).toMatchObject({ proposed: 2, contacted: 0 });
    });
  });

  describe('the candidate view', () => {
    it('shows verification and availability as wanted', () => {
      decide(
        store,
        decisionOf(
          { commandId: 'k-1', kind: 'candidate.verify', subject: 'c-1', fact: 'verification', candidateId: 'c-1' },
          { verified: false, reason: 'Pièce illisible' },
        ),
        decisionOf(
          {
            commandId: 'k-2',
            kind: 'candidate.set-availability',
            subject: 'c-1',
            fact: 'availability',
            candidateId: 'c-1',
          },
          { available: false, reason: 'Malade' },
        ),
      );
      expect(candidateNow()).toMatchObject({
        verification: 'to-verify',
        availability: 'unavailable',
        availabilityReason: 'Malade',
        hasOpenIntent: 1,
      });
    });

    it('shows a person who is proposed, assigned, released, withdrawn, before the nation says so', () => {
      onPair('k-1', 'proposal.create', 'p-new');
      expect(candidateNow()).toMatchObject({
        engagement: 'proposed',
        openProposals: 1,
        engagedSince: '2020-11-15T08:00:00.000Z',
      });
      settle('k-1', 'withdrawn');
      expect(candidateNow()).toMatchObject({
        engagement: 'none',
        openProposals: 0,
        engagedSince: null,
        hasOpenIntent: 0,
      });
      onPair('k-2', 'proposal.assign-on-behalf', 'p-other', { reason: 'Appel' });
      expect(candidateNow()?.engagement).toBe('assigned');
      settle('k-2', 'refused');
      confirm(
        store,
        entryOf('candidate', 'c-1', { engagement: 'contacted', openProposals: 1, engagedProposalId: 'p-1' }, 2),
        entryOf('proposal', 'p-1', { state: 'contacted' }),
      );
      onPair('k-3', 'proposal.release', 'p-1', { reason: 'error', comment: null });
      expect(candidateNow()?.engagement).toBe('proposed');
      settle('k-3', 'conflict');
      expect(candidateNow()).toMatchObject({ engagement: 'contacted', hasConflict: 1 });
    });
  });

  describe('the other views', () => {
    it('shows a proposal that only the person wants, once, until the mirror has it', () => {
      onPair('k-1', 'proposal.create', 'p-new');
      expect(proposals()).toMatchObject([
        { id: 'p-new', state: 'open', version: 0, candidateId: 'c-1', missionId: 'm-1', hasOpenIntent: 1 },
      ]);
      confirm(store, entryOf('proposal', 'p-new'));
      expect(proposals()).toMatchObject([{ id: 'p-new', state: 'open', version: 1 }]);
    });

    it('moves a confirmed proposal as wanted', () => {
      confirm(store, entryOf('proposal', 'p-1', { state: 'contacted', contactedAt: '2020-11-13T08:00:00.000Z' }));
      onPair('k-1', 'proposal.remind', 'p-1');
      expect(proposals()).toMatchObject([{ state: 'contacted', remindedAt: '2020-11-15T08:00:00.000Z' }]);
      settle('k-1', 'confirmed');
      onPair('k-2', 'proposal.release', 'p-1', { reason: 'blocked-too-long', comment: null });
      expect(proposals()).toMatchObject([{ state: 'released', reason: 'blocked-too-long', hasOpenIntent: 1 }]);
    });

    it('F102 shows crisis mode as wanted, whether or not the nation has a row for it', () => {
      const crisis = () =>
        store.statements.all(
          build.selectFrom('crisisView').select(['id', 'active', 'version', 'hasOpenIntent']).orderBy('id'),
        );
      confirm(store, entryOf('crisisMode', '6:*', { agency: 6, active: 1, version: 3 }));
      decide(
        store,
        decisionOf(
          { commandId: 'k-1', kind: 'crisis-mode.switch', subject: '6:*', fact: 'crisis' },
          { agency: 6, profession: null, active: false, recallContacts: false, reason: 'Fin' },
        ),
        decisionOf(
          { commandId: 'k-2', kind: 'crisis-mode.switch', subject: '6:aide-soignant', fact: 'crisis' },
          { agency: 6, profession: 'aide-soignant', active: true, recallContacts: false, reason: 'Vague' },
        ),
      );
      expect(crisis()).toEqual([
        { id: '6:*', active: 0, version: 3, hasOpenIntent: 1 },
        { id: '6:aide-soignant', active: 1, version: 0, hasOpenIntent: 1 },
      ]);
    });

    it('F8 shows named access as wanted, given or taken back', () => {
      const grants = () =>
        store.statements.all(
          build.selectFrom('directAccessView').select(['id', 'revokedAt', 'untilDate']).orderBy('id'),
        );
      confirm(store, entryOf('directAccess', 'g-1', { agency: 6, establishmentId: 'e-1', untilDate: '2020-12-01' }));
      decide(
        store,
        decisionOf(
          { commandId: 'k-1', kind: 'direct-access.revoke', subject: 'g-1', fact: 'grant' },
          { reason: 'Fin' },
        ),
        decisionOf(
          { commandId: 'k-2', kind: 'direct-access.grant', subject: 'g-2', fact: 'grant' },
          { agency: 6, establishmentId: null, missionId: 'm-1', until: '2020-12-05', reason: 'Urgent' },
        ),
      );
      expect(grants()).toEqual([
        { id: 'g-1', revokedAt: '2020-11-15T08:00:00.000Z', untilDate: '2020-12-01' },
        { id: 'g-2', revokedAt: null, untilDate: '2020-12-05' },
      ]);
    });

    it('F107 shows an alert that only the person wants', () => {
      onMission('k-1', 'alert.raise', 'alert', { message: 'Plus personne', tried: ['region'] });
      expect(store.statements.all(build.selectFrom('alertView').select(['id', 'state', 'message', 'tried']))).toEqual([
        { id: 'm-1', state: 'raised', message: 'Plus personne', tried: '["region"]' },
      ]);
    });
  });
});
