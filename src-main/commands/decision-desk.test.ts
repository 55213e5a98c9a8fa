import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../contract/app/decision.ts';
import type { Desk, DeskOptions } from '../../tests/support/desk.ts';
import { openDesk } from '../../tests/support/desk.ts';
import type { HttpWorld } from '../../tests/support/http-world.ts';
import { startHttpWorld } from '../../tests/support/http-world.ts';
import { readBatch } from '../store/outbox/read-outbox.ts';
import { moveDecision } from '../store/outbox/write-outbox.ts';
import { readCandidateView, readMissionView } from '../store/queries/view-rows.ts';
import { DecisionFailure } from './decision-failure.ts';

describe('the decision desk', () => {
  let http: HttpWorld;
  const desks: Desk[] = [];
  beforeEach(async () => {
    http = await startHttpWorld();
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.dispose();
    await http.dispose();
  });

  async function open(patch: object = {}, options: DeskOptions = {}): Promise<Desk> {
    const desk = openDesk(http, http.world.regulator(6, patch), options);
    desks.push(desk);
    await desk.step();
    return desk;
  }

  const P = (priority: 'P1' | 'P2' | 'P3' | 'none', reason: string | null = null): Decision => ({
    kind: 'set-priority',
    priority,
    reason,
  });
  const mission = (desk: Desk, id: string) => [...readMissionView(desk.store, [id])][0];
  const candidate = (desk: Desk, id: string) => [...readCandidateView(desk.store, [id])][0];
  const states = (desk: Desk, batchId: string) => readBatch(desk.store.statements, batchId).map(({ state }) => state);
  const one = (desk: Desk, batchId: string) => {
    const [row] = readBatch(desk.store.statements, batchId);
    if (row === undefined) throw new Error('No decision in the batch');
    return row;
  };
  const beingSent = (desk: Desk, batchId: string): void => {
    const row = one(desk, batchId);
    desk.store.transaction('mirror', (transaction) => moveDecision(transaction, row, 'send'));
  };
  const answered = (desk: Desk, batchId: string): void => {
    const row = one(desk, batchId);
    desk.store.transaction('mirror', (transaction) => moveDecision(transaction, row, 'undelivered'));
  };

  describe('a bulk decision', () => {
    it('names the invalid ones and why, commits the others together, and undo restores them', async () => {
      const { world } = http;
      const ids: string[] = [];
      for (let index = 0; index < 30; index += 1) {
        const closed = index % 10 === 3;
        ids.push((await world.mission(closed ? { state: 'closed', closingReason: 'duplicate' } : { headcount: 3 })).id);
      }
      const desk = await open();
      const preview = desk.decisions.preview(P('P2'), [...ids, 'unknown']);
      expect(preview.counts).toEqual({ changes: 27, unchanged: 0, invalid: 4 });
      expect(preview.rows.slice(0, 4).map(({ outcome }) => outcome)).toEqual(Array(4).fill('invalid'));
      expect(preview.rows.filter(({ outcome }) => outcome === 'invalid').map(({ remarks }) => remarks[0])).toContain(
        'Cette mission est close (doublon) : elle ne reçoit plus de décision.',
      );
      expect(preview.rows.at(-1)).toMatchObject({ before: 'Sans priorité', after: 'P2 · urgente' });
      const { batchId, committed } = desk.decisions.commit(preview.previewId, null);
      expect(committed).toBe(27);
      await desk.step();
      expect(desk.decisions.report(batchId)).toMatchObject({ counts: { confirmed: 27 }, undoRefusal: null });
      expect(desk.decisions.lastUndoable()).toEqual({ batchId, title: 'Priorité : P2 · urgente' });
      expect(desk.decisions.undo(batchId)).toEqual({ withdrawn: 0, compensating: 27, refused: [] });
      await desk.step();
      expect(desk.mirror('mission').filter(({ priority }) => priority !== 'none')).toEqual([]);
      expect(desk.decisions.report(batchId).undoRefusal).toContain('déjà annulée');
    });

    it('is committed once, and only while its preview holds', async () => {
      const { world } = http;
      const { id } = await world.mission();
      const desk = await open();
      const { previewId } = desk.decisions.preview(P('P2'), [id]);
      desk.decisions.commit(previewId, null);
      expect(() => desk.decisions.commit(previewId, null)).toThrow(DecisionFailure);
      const late = desk.decisions.preview(P('P3'), [id]);
      world.advance(1);
      expect(() => desk.decisions.commit(late.previewId, null)).toThrow("L'aperçu n'est plus valable");
    });

    it('may be confirmed again once a full disk has room, and is kept once', async () => {
      const ids = [];
      for (let index = 0; index < 40; index += 1) ids.push((await http.world.mission()).id);
      const desk = await open();
      const { previewId } = desk.decisions.preview({ kind: 'note', text: 'x'.repeat(3000) }, ids);
      const [{ page_count: pages } = { page_count: 0 }] = desk.store.statements.rows<{ page_count: number }>(
        'PRAGMA page_count',
      );
      desk.store.statements.rows(`PRAGMA max_page_count = ${pages}`);
      expect(() => desk.decisions.commit(previewId, null)).toThrow(expect.objectContaining({ code: 'disk-full' }));
      desk.store.statements.rows('PRAGMA max_page_count = 1000000');
      expect(desk.decisions.commit(previewId, null).committed).toBe(40);
      expect(() => desk.decisions.commit(previewId, null)).toThrow(DecisionFailure);
    });

    it('asks why when more than a fifth of the open posts would be P1, and takes the reason at the commit', async () => {
      const { world } = http;
      const { id } = await world.mission({ headcount: 4 });
      await world.mission({ headcount: 2 });
      const desk = await open();
      const preview = desk.decisions.preview(P('P1'), [id]);
      expect(preview.asksReason).toContain("Plus d'un poste sur cinq");
      expect(preview.consequences[0]).toContain('4 postes sur 6');
      expect(() => desk.decisions.commit(preview.previewId, null)).toThrow("Plus d'un poste sur cinq");
      const { batchId } = desk.decisions.commit(preview.previewId, 'Réanimation fermée demain');
      await desk.step();
      expect(states(desk, batchId)).toEqual(['confirmed']);
      expect(mission(desk, id)?.priorityReason).toBe('Réanimation fermée demain');
    });

    it('says what is already so, and what is beyond the person', async () => {
      const { world } = http;
      const mine = await world.mission({ priority: 'P2' });
      const desk = await open({ departements: ['57'] });
      expect(desk.decisions.preview(P('P2'), [mine.id]).rows).toMatchObject([
        { outcome: 'invalid', remarks: ['Hors de votre périmètre.'] },
      ]);
      const whole = await open();
      expect(whole.decisions.preview(P('P2'), [mine.id]).counts).toEqual({ changes: 0, unchanged: 1, invalid: 0 });
    });
  });

  describe('a decision beside another of the same fact', () => {
    it('takes the place of one that has not left; undo gives the older wish back', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      const first = desk.decide(P('P2'), [id]);
      const second = desk.decide(P('P3'), [id]);
      expect(states(desk, first)).toEqual(['withdrawn']);
      expect(mission(desk, id)?.priority).toBe('P3');
      expect(desk.decisions.undo(second)).toEqual({ withdrawn: 1, compensating: 0, refused: [] });
      expect(mission(desk, id)?.priority).toBe('P2');
      await desk.step();
      expect((await http.world.row('mission', id)).priorityVersion).toBe(1);
      expect(mission(desk, id)).toMatchObject({ priority: 'P2', hasOpenIntent: 0 });
    });

    it('cancels one that has not left when it brings back what the nation has: nothing is sent', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      const first = desk.decide(P('P2'), [id]);
      const second = desk.decide(P('none'), [id]);
      expect([...states(desk, first), ...states(desk, second)]).toEqual(['withdrawn', 'withdrawn']);
      expect(mission(desk, id)).toMatchObject({ priority: 'none', hasOpenIntent: 0 });
      await desk.step();
      expect((await http.world.row('mission', id)).priorityVersion).toBe(0);
    });

    it('waits behind one that is being sent, and is no conflict once that one is confirmed', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      const first = desk.decide(P('P2'), [id]);
      beingSent(desk, first);
      const second = desk.decide(P('P3'), [id]);
      const third = desk.decide(P('P1', 'Vital'), [id]);
      expect([first, second, third].flatMap((batch) => states(desk, batch))).toEqual([
        'sending',
        'withdrawn',
        'pending',
      ]);
      expect(mission(desk, id)?.priority).toBe('P1');
      answered(desk, first);
      await desk.step();
      expect(states(desk, third)).toEqual(['confirmed']);
      expect((await http.world.row('mission', id)).priority).toBe('P1');
    });

    it('is no conflict with one of the same person that was confirmed after the preview', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      desk.decide(P('P2'), [id]);
      const { previewId } = desk.decisions.preview(P('P3'), [id]);
      await desk.step();
      const { batchId } = desk.decisions.commit(previewId, null);
      await desk.step();
      expect(states(desk, batchId)).toEqual(['confirmed']);
    });

    it('does not overwrite what a colleague decided under an open decision: both are shown', async () => {
      const { world } = http;
      const { id } = await world.mission();
      const desk = await open();
      desk.decide(P('P2'), [id]);
      await world.send(
        world.regulator(6, { personId: 'colleague', displayName: 'Alix' }),
        world.command('mission.set-priority', id, { priority: 'P3', reason: null }),
      );
      // The colleague's decision arrives while mine waits.
      const waiting = readBatch(desk.store.statements, desk.decide(P('P1', 'Vital'), [id]))[0];
      await desk.step();
      const conflict = desk.decisions.conflict(waiting?.commandId ?? '');
      expect(conflict).toMatchObject({ author: 'Alix' });
      expect(conflict.fields.find(({ label }) => label === 'Priorité')).toEqual({
        label: 'Priorité',
        base: 'Sans priorité',
        mine: 'P1 · vitale',
        theirs: 'P3 · importante',
      });
    });
  });

  describe('a conflict', () => {
    async function meet(desk: Desk, id: string): Promise<string> {
      const { world } = http;
      const colleague = world.regulator(6, { personId: 'colleague', displayName: 'Alix' });
      await world.send(colleague, world.command('mission.set-priority', id, { priority: 'P3', reason: null }));
      const batch = desk.decide(P('P1', 'Vital'), [id]);
      await desk.step();
      expect(states(desk, batch)).toEqual(['conflict']);
      return one(desk, batch).commandId;
    }

    it('keeps theirs: mine is withdrawn, the truth stays', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      desk.decisions.resolve(await meet(desk, id), 'theirs');
      expect(mission(desk, id)).toMatchObject({ priority: 'P3', hasOpenIntent: 0, hasConflict: 0 });
    });

    it('keeps mine: a new order over theirs, under a new id, at the version that stands', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      desk.decisions.resolve(await meet(desk, id), 'mine');
      expect(mission(desk, id)?.priority).toBe('P1');
      await desk.step();
      expect(mission(desk, id)).toMatchObject({ priority: 'P1', hasOpenIntent: 0, hasConflict: 0 });
      expect((await http.world.row('mission', id)).priorityVersion).toBe(2);
    });

    it('is resolved by deciding again', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      await meet(desk, id);
      const again = desk.decide(P('P2'), [id]);
      await desk.step();
      expect(states(desk, again)).toEqual(['confirmed']);
      expect(mission(desk, id)).toMatchObject({ priority: 'P2', hasConflict: 0 });
    });
  });

  describe('undo', () => {
    it('is refused once somebody acted since, and says who', async () => {
      const { world } = http;
      const { id } = await world.mission();
      const desk = await open();
      const batch = desk.decide(P('P2'), [id]);
      await desk.step();
      const colleague = world.regulator(6, { personId: 'colleague', displayName: 'Alix' });
      await world.send(
        colleague,
        world.command('mission.set-priority', id, { priority: 'P3', reason: null }, { version: 1 }),
      );
      await desk.step();
      const { refused, compensating } = desk.decisions.undo(batch);
      expect(compensating).toBe(0);
      expect(refused[0]).toContain('Alix a décidé depuis');
      expect(desk.decisions.lastUndoable()).toEqual({ batchId: null, title: null });
    });

    it('of one that is being sent waits behind it, and brings back what was', async () => {
      const { id } = await http.world.mission({ priority: 'P3', priorityReason: 'Avant' });
      const desk = await open();
      const batch = desk.decide(P('P2'), [id]);
      beingSent(desk, batch);
      expect(desk.decisions.undo(batch)).toEqual({ withdrawn: 0, compensating: 1, refused: [] });
      answered(desk, batch);
      await desk.step();
      expect(mission(desk, id)).toMatchObject({ priority: 'P3', priorityReason: 'Avant', priorityVersion: 2 });
    });
  });

  describe('proposals', () => {
    it('F104 are proposed, shown at once, delivered, and taken back by the undo', async () => {
      const { world } = http;
      const [target, person] = [await world.mission({ headcount: 2 }), await world.candidate()];
      const desk = await open();
      const preview = desk.decisions.preview({ kind: 'propose', missionIds: [target.id], reason: null }, [person.id]);
      expect(preview.consequences[0]).toContain('1 demandeur');
      const { batchId } = desk.decisions.commit(preview.previewId, null);
      expect(candidate(desk, person.id)).toMatchObject({ engagement: 'proposed', openProposals: 1, hasOpenIntent: 1 });
      expect(mission(desk, target.id)?.proposed).toBe(1);
      await desk.step();
      expect(candidate(desk, person.id)).toMatchObject({ engagement: 'proposed', openProposals: 1, hasOpenIntent: 0 });
      expect(mission(desk, target.id)?.proposed).toBe(1);
      desk.decisions.undo(batchId);
      expect(candidate(desk, person.id)?.engagement).toBe('none');
      await desk.step();
      expect(candidate(desk, person.id)).toMatchObject({ engagement: 'none', openProposals: 0 });
      expect(desk.mirror('proposal')).toMatchObject([{ state: 'withdrawn' }]);
    });

    it('stop at three for one person, those of the same gesture included, and say every wall', async () => {
      const { world } = http;
      const missions = await Promise.all([1, 2, 3, 4].map(() => world.mission()));
      const [person, driver] = [
        await world.candidate(),
        await world.candidate({ vehicle: 0, profession: 'aide-soignant' }),
      ];
      const withCar = await world.mission({ vehicle: 1 });
      const desk = await open();
      const many = desk.decisions.preview({ kind: 'propose', missionIds: missions.map(({ id }) => id), reason: null }, [
        person.id,
      ]);
      expect(many.counts).toEqual({ changes: 3, unchanged: 0, invalid: 1 });
      expect(many.rows[0]?.remarks).toEqual(['La personne a déjà trois propositions en cours.']);
      const walled = desk.decisions.preview({ kind: 'propose', missionIds: [withCar.id], reason: null }, [driver.id]);
      expect(walled.rows[0]?.remarks).toEqual(['La profession ne correspond pas.', "La personne n'a pas de véhicule."]);
    });

    it('that have not left are cancelled by taking them back: the nation never hears of them', async () => {
      const { world } = http;
      const [target, person] = [await world.mission(), await world.candidate()];
      const desk = await open();
      const batch = desk.decide({ kind: 'propose', missionIds: [target.id], reason: null }, [person.id]);
      const proposalId = one(desk, batch).subject;
      desk.decide({ kind: 'withdraw-proposal', reason: 'Erreur' }, [proposalId]);
      expect(candidate(desk, person.id)).toMatchObject({ engagement: 'none', hasOpenIntent: 0 });
      await desk.step();
      expect(desk.mirror('proposal')).toEqual([]);
    });

    it('F82 assigns on behalf, never beyond the posts, with a reason', async () => {
      const { world } = http;
      const target = await world.mission({ headcount: 1 });
      const people = [await world.candidate(), await world.candidate()];
      const desk = await open();
      const preview = desk.decisions.preview(
        { kind: 'assign-on-behalf', missionId: target.id, reason: null },
        people.map(({ id }) => id),
      );
      expect(preview.counts).toEqual({ changes: 1, unchanged: 0, invalid: 1 });
      expect(preview.asksReason).not.toBeNull();
      desk.decisions.commit(preview.previewId, 'Appel du directeur');
      expect(mission(desk, target.id)?.accepted).toBe(1);
      await desk.step();
      expect(mission(desk, target.id)).toMatchObject({ accepted: 1, hasOpenIntent: 0 });
      expect(candidate(desk, people[0]?.id ?? '')?.engagement).toBe('assigned');
    });
  });

  describe('regulation', () => {
    it('F101 tells the effect of crisis mode before the switch, and shows it at once', async () => {
      const { world } = http;
      await world.mission();
      await world.candidate();
      const desk = openDesk(http, world.regulator(6, { role: 'ars-lead' }));
      desks.push(desk);
      await desk.step();
      const decision = {
        kind: 'switch-crisis-mode',
        agency: 6,
        profession: null,
        active: true,
        recallContacts: false,
        reason: 'Vague',
      } as const;
      const preview = desk.decisions.preview(decision, []);
      expect(preview.consequences.join(' ')).toMatch(/1 mission perd.*1 candidat disponible/);
      const { batchId } = desk.decisions.commit(preview.previewId, null);
      await desk.step();
      expect(states(desk, batchId)).toEqual(['confirmed']);
      expect(desk.mirror('crisisMode')).toMatchObject([{ id: '6:*', active: 1 }]);
      expect(desk.decisions.preview(decision, []).counts.unchanged).toBe(1);
    });

    it('F107 raises an alert; the desk takes and answers it in a row, each waiting for the one before', async () => {
      const { world } = http;
      const { id } = await world.mission();
      const desk = await open();
      desk.decide({ kind: 'alert', event: 'raise', text: 'Plus personne' }, [id]);
      await desk.step();
      const ccs = openDesk(http, world.desk());
      desks.push(ccs);
      await ccs.step();
      const taken = ccs.decide({ kind: 'alert', event: 'take', text: '' }, [id]);
      const reply = ccs.decide({ kind: 'alert', event: 'answer', text: 'Ouverture en cours' }, [id]);
      expect(mission(ccs, id)?.alert).toBe('answered');
      await ccs.step();
      expect([...states(ccs, taken), ...states(ccs, reply)]).toEqual(['confirmed', 'confirmed']);
      await desk.step();
      expect(mission(desk, id)?.alert).toBe('answered');
    });

    it('closes and opens again a mission; an unsent closing is cancelled by the opening', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      desk.decide({ kind: 'close-mission', closing: 'duplicate', comment: null }, [id]);
      desk.decide({ kind: 'reopen-mission', reason: 'Erreur' }, [id]);
      expect(mission(desk, id)).toMatchObject({ state: 'open', hasOpenIntent: 0 });
      desk.decide({ kind: 'close-mission', closing: 'duplicate', comment: null }, [id]);
      await desk.step();
      expect(mission(desk, id)).toMatchObject({ state: 'closed', closingReason: 'duplicate' });
      const reopened = desk.decide({ kind: 'reopen-mission', reason: null }, [id], 'Ce n’était pas un doublon');
      await desk.step();
      expect(states(desk, reopened)).toEqual(['confirmed']);
      expect(mission(desk, id)?.state).toBe('open');
    });
  });

  describe('the outbox window', () => {
    it('lists what waits and what was refused until it is read, and exports what is undelivered (G8)', async () => {
      const { world } = http;
      const { id } = await world.mission();
      const desk = await open();
      await world.send(
        world.regulator(6),
        world.command('mission.close', id, { reason: 'duplicate', comment: null }, { version: 1 }),
      );
      const refused = desk.decide(P('P2'), [id]);
      await desk.step();
      expect(states(desk, refused)).toEqual(['refused']);
      const other = await world.mission();
      await desk.step();
      desk.decide({ kind: 'note', text: 'Rappeler' }, [other.id]);
      const listed = desk.decisions.list('open', 0, 50);
      expect(listed.lines.map(({ state }) => state)).toEqual(['pending', 'refused']);
      desk.decisions.acknowledge(one(desk, refused).commandId);
      expect(desk.decisions.list('open', 0, 50).total).toBe(1);
      const { text, fileName } = desk.decisions.exportOutbox();
      expect(fileName).toMatch(/^decisions-en-attente-.*\.json$/);
      expect(JSON.parse(text)).toMatchObject({ decisions: [{ state: 'pending', command: { kind: 'mission.note' } }] });
    });

    it('takes back one that waits, and not one that is being sent', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      const batch = desk.decide(P('P2'), [id]);
      beingSent(desk, batch);
      expect(() => desk.decisions.withdraw(one(desk, batch).commandId)).toThrow("en cours d'envoi");
      answered(desk, batch);
      desk.decisions.withdraw(one(desk, batch).commandId);
      expect(states(desk, batch)).toEqual(['withdrawn']);
    });
  });

  describe('undo of an older gesture', () => {
    it('is refused while a newer wish of the same person is open: both would be taken back', async () => {
      const { id } = await http.world.mission();
      const desk = await open();
      const older = desk.decide(P('P2'), [id]);
      await desk.step();
      desk.decide(P('P3'), [id]);
      expect(desk.decisions.undo(older).refused[0]).toContain('vous avez décidé depuis');
      expect(mission(desk, id)?.priority).toBe('P3');
    });
  });
});
