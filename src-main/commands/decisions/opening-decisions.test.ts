import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../../contract/app/decision.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import type { Desk } from '../../../tests/support/desk.ts';
import { openDesk } from '../../../tests/support/desk.ts';
import type { HttpWorld } from '../../../tests/support/http-world.ts';
import { startHttpWorld } from '../../../tests/support/http-world.ts';
import { readBatch } from '../../store/outbox/read-outbox.ts';
import { readOpeningView, readReserveRequests } from '../../store/queries/opening-rows.ts';
import { readAlert } from '../../store/queries/read-sheets.ts';

type Terms = Extract<Decision, { kind: 'create-opening' }>['terms'];
const TERMS: Terms = {
  receiverAgency: 6,
  receiverMissions: null,
  lenderAgencies: [4],
  poolKinds: ['regional-volunteers'],
  professions: ['infirmier-diplome-etat'],
  specialties: [],
  mobilisations: ['national'],
  fromDate: '2020-11-15',
  untilDate: '2020-11-30',
  ceiling: 10,
};
const open = (patch: Partial<Terms> = {}): Decision => ({
  kind: 'create-opening',
  terms: { ...TERMS, ...patch },
  reason: 'Vague dans le Grand-Est',
});

describe('decisions of the national desk', () => {
  let http: HttpWorld;
  const desks: Desk[] = [];
  beforeEach(async () => {
    http = await startHttpWorld();
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.dispose();
    await http.dispose();
  });
  const sit = async (person: Principal): Promise<Desk> => {
    const desk = openDesk(http, person);
    desks.push(desk);
    await desk.step();
    return desk;
  };
  const ccs = () => sit(http.world.desk({ personId: 'ccs-lead', role: 'ccs-lead', displayName: 'Responsable CCS' }));
  const lead = (agency: number) =>
    sit(
      http.world.regulator(agency, {
        personId: `lead-${agency}`,
        role: 'ars-lead',
        displayName: `Responsable ${agency}`,
      }),
    );
  const verdicts = (desk: Desk, batchId: string) =>
    readBatch(desk.store.statements, batchId).map(({ state, message }) => message ?? state);
  const onlyOpening = (desk: Desk) => {
    const [row] = readOpeningView(desk.store);
    if (row === undefined) throw new Error('No opening');
    return row;
  };

  it('D6 F108 shows an opening as wanted at once, then as the service has it; the lender sees it too', async () => {
    const [desk, lender] = [await ccs(), await lead(4)];
    const batch = desk.decide(open(), []);
    const wanted = onlyOpening(desk);
    expect(wanted).toMatchObject({ state: 'active', poolKinds: 4, ceiling: 10, hasOpenIntent: 1, used: 0 });
    await desk.step();
    expect(verdicts(desk, batch)).toEqual(['confirmed']);
    const { hasOpenIntent, ...confirmed } = onlyOpening(desk);
    expect(hasOpenIntent).toBe(0);
    for (const name of ['receiverMissions', 'lenderAgencies', 'professions', 'specialties', 'mobilisations'] as const) {
      expect(wanted[name]).toBe(confirmed[name]);
    }
    await lender.step();
    expect(onlyOpening(lender)).toMatchObject({ state: 'active', lenderAgencies: '[4]' });
  });

  it('names every refusal before the commit, as the service would give them one by one', async () => {
    const desk = await ccs();
    desk.decide(open(), []);
    await desk.step();
    const remarksOf = (decision: Decision) => desk.decisions.preview(decision, []).rows[0]?.remarks ?? [];
    expect(remarksOf(open({ ceiling: 3 })).join()).toContain('couvre déjà les mêmes personnes');
    expect(remarksOf(open({ receiverAgency: 4, lenderAgencies: [6] })).join()).toContain('en sens inverse');
    const wrong = open({
      lenderAgencies: [6],
      poolKinds: ['reserve-sanitaire'],
      fromDate: '2020-11-20',
      untilDate: '2020-11-18',
    });
    expect(remarksOf(wrong)).toHaveLength(3);
    expect(remarksOf(open({ lenderAgencies: null, poolKinds: ['student-reserve'] })).join()).toContain(
      'nommez les ARS prêteuses',
    );
    expect(remarksOf(open({ receiverMissions: ['nowhere'] })).join()).toContain("n'existe pas dans la région");
    expect(desk.decisions.preview(open({ fromDate: '2020-12-05', untilDate: '2020-12-20' }), []).counts.changes).toBe(
      1,
    );
  });

  it('D6 a lender objects within 24 h, the lead of the CCS overrules, and each act shows on both sides', async () => {
    const [desk, lender] = [await ccs(), await lead(4)];
    desk.decide(open(), []);
    await desk.step();
    await lender.step();
    const { id } = onlyOpening(lender);
    const objection = { kind: 'object-to-opening', reason: 'Nous manquons aussi' } as const;
    expect(desk.decisions.preview(objection, [id]).counts.invalid).toBe(1);
    const objected = lender.decide(objection, [id]);
    await lender.step();
    expect(verdicts(lender, objected)).toEqual(['confirmed']);
    expect(lender.decisions.preview(objection, [id]).rows[0]?.remarks).toEqual([
      'Une objection a déjà été faite sur cette ouverture.',
    ]);
    await desk.step();
    const overruled = desk.decide({ kind: 'overrule-objection', reason: 'Priorité nationale' }, [id]);
    await desk.step();
    expect(verdicts(desk, overruled)).toEqual(['confirmed']);
    expect(onlyOpening(desk)).toMatchObject({
      objectionReason: 'Nous manquons aussi',
      overruledReason: 'Priorité nationale',
    });
  });

  it('silence of 24 h is agreement', async () => {
    const [desk, lender] = [await ccs(), await lead(4)];
    desk.decide(open(), []);
    await desk.step();
    await lender.step();
    http.world.advance(25);
    const { id } = onlyOpening(lender);
    const preview = lender.decisions.preview({ kind: 'object-to-opening', reason: 'Trop tard' }, [id]);
    expect(preview.rows[0]?.remarks.join()).toContain('le silence vaut accord');
  });

  it('F145 a student reserve opens only once its lender agreed', async () => {
    const [desk, lender] = [await ccs(), await lead(4)];
    desk.decide(open({ poolKinds: ['student-reserve'], professions: ['etudiant-infirmier'] }), []);
    expect(onlyOpening(desk).state).toBe('awaiting-agreement');
    await desk.step();
    await lender.step();
    const { id } = onlyOpening(lender);
    const agreed = lender.decide({ kind: 'agree-to-opening' }, [id]);
    await lender.step();
    expect(verdicts(lender, agreed)).toEqual(['confirmed']);
    await desk.step();
    expect(onlyOpening(desk)).toMatchObject({ state: 'active', agreedByName: 'Responsable 4' });
  });

  it('adjusts, closes, and undoes an opening that did not leave', async () => {
    const desk = await ccs();
    const batch = desk.decide(open(), []);
    expect(desk.decisions.undo(batch)).toMatchObject({ withdrawn: 1, refused: [] });
    expect(readOpeningView(desk.store)).toEqual([]);
    desk.decide(open(), []);
    await desk.step();
    const { id } = onlyOpening(desk);
    const adjusted = desk.decide({ kind: 'adjust-opening', ceiling: 4, until: null, reason: 'Moins de besoins' }, [id]);
    expect(onlyOpening(desk)).toMatchObject({ ceiling: 4, untilDate: '2020-11-30' });
    await desk.step();
    expect(desk.decisions.undo(adjusted)).toMatchObject({ compensating: 1 });
    await desk.step();
    expect(onlyOpening(desk)).toMatchObject({ ceiling: 10, hasOpenIntent: 0 });
    const closed = desk.decide({ kind: 'close-opening', reason: 'Besoin couvert' }, [id]);
    await desk.step();
    expect(verdicts(desk, closed)).toEqual(['confirmed']);
    expect(onlyOpening(desk)).toMatchObject({ state: 'closed', closedReason: 'Besoin couvert' });
    expect(desk.decisions.preview({ kind: 'close-opening', reason: 'Encore' }, [id]).rows[0]?.remarks).toEqual([
      'Cette ouverture est close.',
    ]);
  });

  it('logs a request to the Réserve sanitaire and its answer, once', async () => {
    const mission = await http.world.mission({ headcount: 3 });
    const desk = await ccs();
    const ask: Decision = { kind: 'request-reserve', headcount: null, message: 'Deux nuits à couvrir' };
    desk.decide(ask, [mission.id]);
    expect(readReserveRequests(desk.store)).toMatchObject([{ headcount: 3, state: 'sent', hasOpenIntent: 1 }]);
    await desk.step();
    expect(desk.decisions.preview(ask, [mission.id]).rows[0]?.remarks.join()).toContain('attend déjà sa réponse');
    const [request] = readReserveRequests(desk.store);
    const answer: Decision = { kind: 'record-reserve-answer', granted: true, message: 'Trois réservistes lundi' };
    const batch = desk.decide(answer, [request?.id ?? '']);
    await desk.step();
    expect(verdicts(desk, batch)).toEqual(['confirmed']);
    expect(readReserveRequests(desk.store)).toMatchObject([{ state: 'granted', message: 'Trois réservistes lundi' }]);
  });

  it('F107 an alert tells what was tried, and the talk under it changes no state', async () => {
    const { world } = http;
    const mission = await world.mission({ headcount: 2 });
    const near = await world.candidate();
    const far = await world.candidate({ departement: '57' });
    const region = await sit(world.regulator(6));
    region.decide({ kind: 'propose', missionIds: [mission.id], reason: null }, [near.id, far.id]);
    await region.step();
    const raised = region.decisions.preview({ kind: 'alert', event: 'raise', text: 'Plus personne' }, [mission.id]);
    expect(raised.rows[0]?.remarks.join()).toContain('Professionnels de la direction territoriale, Toute la région');
    region.decisions.commit(raised.previewId, null);
    await region.step();
    expect(JSON.parse(readAlert(region.store, mission.id)?.tried ?? '[]')).toEqual([
      'professionals-of-territory',
      'region',
    ]);
    const desk = await ccs();
    desk.decide({ kind: 'alert', event: 'take', text: '' }, [mission.id]);
    desk.decide({ kind: 'comment-alert', text: 'Nous cherchons' }, [mission.id]);
    expect(readAlert(desk.store, mission.id)?.state).toBe('taken');
    await desk.step();
    await desk.step();
    const alert = readAlert(desk.store, mission.id);
    expect(alert?.state).toBe('taken');
    expect((JSON.parse(alert?.thread ?? '[]') as { text: string }[]).map(({ text }) => text)).toEqual([
      'Plus personne',
      'Nous cherchons',
    ]);
    await region.step();
    region.decide({ kind: 'comment-alert', text: 'Merci' }, [mission.id]);
    await region.step();
    expect(readAlert(region.store, mission.id)).toMatchObject({ state: 'taken', hasOpenIntent: 0 });
  });
});
