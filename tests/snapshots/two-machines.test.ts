import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { ExportForm } from '../../contract/app/snapshot-contract.ts';
import type { Machine, Person } from './machine.ts';
import { startMachine } from './machine.ts';
import { CANARIES } from './small-region.ts';

const root = mkdtempSync(join(tmpdir(), 'renfort-machines-'));
const machines: Machine[] = [];
afterEach(async () => {
  for (const machine of machines.splice(0)) await machine.stop();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const LEAD: Person = { id: 'r-1', name: 'Régulatrice Fictive', role: 'ars-lead', agency: 6 };
const SECOND: Person = { id: 'r-2', name: 'Régulateur Inventé', role: 'ars-regulator', agency: 6 };
const counter = { last: 0 };

async function machine(person: Person | null): Promise<Machine> {
  counter.last += 1;
  const started = await startMachine(join(root, `machine-${counter.last}`), person);
  machines.push(started);
  return started;
}

const FORM: ExportForm = {
  kind: 'cell-state',
  agency: 6,
  departements: [],
  professions: [],
  from: null,
  until: null,
  content: ['missions', 'candidates', 'proposals', 'openings'],
  nominative: false,
  purpose: 'night-shift',
  purposeText: 'Relève de nuit',
  recipients: ['Équipe de nuit'],
  seriesName: 'Cellule Grand-Est',
  expiresOn: '2020-12-31',
};
const QUERY = { filters: [], search: '', sorts: [], offset: 0, limit: 50 };

async function exportFor(from: Machine, recipients: readonly string[], form = FORM, agreement: string | null = null) {
  const exportId = await from.desk.exports.start(form, { type: 'recipients', recipients: [...recipients] }, agreement);
  await expect.poll(async () => (await from.desk.exports.state(exportId)).step, { timeout: 20_000 }).toBe('done');
  const { fileName } = await from.desk.exports.save(exportId);
  return { fileName, bytes: from.saved.at(-1)?.bytes ?? new Uint8Array() };
}

async function trusting(reader: Machine, writer: Machine, owner = 'ARS Grand-Est'): Promise<void> {
  await reader.desk.trust.add(owner, (await writer.desk.keys.signingKey()).publicKey);
}

describe('two workstations', () => {
  it('D8 one exports, another with no account and no network reads it in an engine of its own', async () => {
    const writer = await machine(LEAD);
    const reader = await machine(null);
    const { bytes, fileName } = await exportFor(writer, [await reader.desk.keys.recipient()]);
    expect(fileName).toMatch(/^instantane-ars-6-2020-11-15T12h00\.renfort$/);
    expect(await reader.desk.openBytes(bytes, null)).toMatchObject({ opened: false, code: 'unknown-signer' });
    await trusting(reader, writer);
    const opened = await reader.desk.openBytes(bytes, null);
    if (!opened.opened) throw new Error(opened.message);
    expect(opened.info).toMatchObject({ signer: { owner: 'ARS Grand-Est' }, agency: 6, nominative: false });
    const review = reader.desk.reviews.get(opened.info.reviewId);
    expect((await review?.room.client.missions.page(QUERY))?.total).toBeGreaterThan(10);
    await expect(reader.room.client.missions.page(QUERY)).rejects.toThrow();
    expect(reader.engines()).toBe(2);
    reader.desk.reviews.close(opened.info.reviewId);
    expect(reader.engines()).toBe(1);
    const stranger = await machine(null);
    await trusting(stranger, writer);
    expect(await stranger.desk.openBytes(bytes, null)).toMatchObject({ opened: false, code: 'wrong-key' });
    expect(stranger.engines()).toBe(1);
  });

  it('S21 a key that was revoked, with the date of the list; S22 a clock set back revives nothing', async () => {
    const writer = await machine(LEAD);
    const reader = await machine(null);
    const { bytes } = await exportFor(writer, [await reader.desk.keys.recipient()]);
    await trusting(reader, writer);
    reader.clock.now = Date.UTC(2021, 5, 1);
    const late = await reader.desk.openBytes(bytes, null);
    reader.clock.now = Date.UTC(2020, 10, 15, 12);
    const back = await reader.desk.openBytes(bytes, null);
    expect([late, back].map((one) => one.opened && one.info.isExpired)).toEqual([true, true]);
    await reader.desk.trust.revoke((await writer.desk.keys.signingKey()).id, 'Poste perdu');
    const refused = await reader.desk.openBytes(bytes, null);
    expect(refused).toMatchObject({ opened: false, code: 'revoked-signer' });
    expect(refused.opened || refused.message).toContain('liste du 15/11/2020');
  });

  it('D8 a nominative one needs the agreement of a second person, to that very request', async () => {
    const writer = await machine(LEAD);
    const second = await machine(SECOND);
    await trusting(writer, second);
    const form = { ...FORM, nominative: true };
    const recipients = [await writer.desk.keys.recipient()];
    await expect(exportFor(writer, recipients, form)).rejects.toThrow('sans l’accord valable d’une seconde personne');
    const { request, digest } = await writer.desk.exports.askAgreement(form);
    expect(second.desk.exports.readAgreement(request)).toMatchObject({ digest, author: { name: LEAD.name } });
    await expect(writer.desk.exports.agree(request)).rejects.toThrow(
      'Personne ne donne son accord à sa propre demande',
    );
    const agreement = await second.desk.exports.agree(request);
    await expect(exportFor(writer, recipients, { ...form, recipients: ['Presse'] }, agreement)).rejects.toThrow(
      'autre demande',
    );
    const { bytes } = await exportFor(writer, recipients, form, agreement);
    const opened = await writer.desk.openBytes(bytes, null);
    if (!opened.opened) throw new Error(opened.message);
    const people = await writer.desk.reviews
      .get(opened.info.reviewId)
      ?.room.client.candidates.page({ missionId: null, query: QUERY });
    expect(people?.rows[0]).toMatchObject({ firstName: CANARIES.firstName });
    expect(opened.info.agreedBy?.name).toBe(SECOND.name);
  });

  it('refuses what a person may not take: another region, or an auditor’s names', async () => {
    const writer = await machine(LEAD);
    const recipients = [await writer.desk.keys.recipient()];
    await expect(exportFor(writer, recipients, { ...FORM, agency: 4 })).rejects.toThrow('votre région');
    const auditor = await machine({ id: 'a-1', name: 'Auditrice Fictive', role: 'auditor', agency: null });
    const form = { ...FORM, agency: null, nominative: true };
    await expect(exportFor(auditor, recipients, form)).rejects.toThrow('Votre habilitation');
  });

  it('compares a snapshot with now, and follows people inside its series', async () => {
    const writer = await machine(LEAD);
    const { bytes } = await exportFor(writer, [await writer.desk.keys.recipient()]);
    const opened = await writer.desk.openBytes(bytes, null);
    if (!opened.opened) throw new Error(opened.message);
    const same = await writer.desk.compare(opened.info.reviewId, null);
    expect(same).toMatchObject({
      compared: true,
      comparison: { peopleAreComparable: true, scopesDiffer: false, totals: [] },
    });
  });

  it('compares a nominative snapshot with now: people are followed by who they are, and nothing is written', async () => {
    const writer = await machine(LEAD);
    const second = await machine(SECOND);
    for (const [one, other] of [
      [writer, second],
      [second, writer],
    ] as const)
      await one.desk.trust.add('Collègue', (await other.desk.keys.signingKey()).publicKey);
    const form = { ...FORM, nominative: true };
    const { request } = await writer.desk.exports.askAgreement(form);
    const agreement = await second.desk.exports.agree(request);
    const { bytes } = await exportFor(writer, [await writer.desk.keys.recipient()], form, agreement);
    const saved = writer.saved.length;
    const opened = await writer.desk.openBytes(bytes, null);
    if (!opened.opened) throw new Error(opened.message);
    const { reviewId } = opened.info;
    await expect(writer.desk.compare(reviewId, null)).resolves.toMatchObject({
      comparison: { peopleAreComparable: true, totals: [], counts: [] },
    });
    expect(writer.saved).toHaveLength(saved);
    const stranger = await machine({ id: 'p-35', name: 'Régulateur d’Ailleurs', role: 'ars-lead', agency: 4 });
    for (const one of [writer, second])
      await stranger.desk.trust.add('Collègue', (await one.desk.keys.signingKey()).publicKey);
    const { bytes: theirs } = await exportFor(writer, [await stranger.desk.keys.recipient()], form, agreement);
    const read = await stranger.desk.openBytes(theirs, null);
    if (!read.opened) throw new Error(read.message);
    await expect(stranger.desk.compare(read.info.reviewId, null)).rejects.toThrow('autre territoire');
  });

  it('only counts people when the key of the series is on another workstation', async () => {
    const [writer, elsewhere] = [await machine(LEAD), await machine(LEAD)];
    await elsewhere.desk.trust.add('Mon autre poste', (await writer.desk.keys.signingKey()).publicKey);
    const { bytes } = await exportFor(writer, [await elsewhere.desk.keys.recipient()]);
    const opened = await elsewhere.desk.openBytes(bytes, null);
    if (!opened.opened) throw new Error(opened.message);
    await expect(elsewhere.desk.compare(opened.info.reviewId, null)).resolves.toMatchObject({
      comparison: { peopleAreComparable: false, totals: [] },
    });
  });

  it('archives the day’s regulation point, and opens it again', async () => {
    const writer = await machine(LEAD);
    const pointId = await writer.desk.archivePoint();
    const [point] = await writer.desk.points();
    expect(point).toMatchObject({ pointId, takenAt: '2020-11-15T12:00:00.000Z' });
    const opened = await writer.desk.openPoint(pointId);
    expect(opened).toMatchObject({ opened: true, info: { kind: 'regulation-point', series: 'Points de régulation' } });
    expect(opened.opened && opened.info.parts.find(({ name }) => name === 'figure')?.rows).toBeGreaterThan(5);
  });

  it('takes a file opened from outside, and keeps it until a key opens it', async () => {
    const writer = await machine(LEAD);
    const exportId = await writer.desk.exports.start(
      FORM,
      { type: 'passphrase', passphrase: 'quatre mots au hasard' },
      null,
    );
    await expect.poll(async () => (await writer.desk.exports.state(exportId)).step, { timeout: 20_000 }).toBe('done');
    await writer.desk.exports.save(exportId);
    const path = join(root, 'cellule.renfort');
    writeFileSync(path, writer.saved.at(-1)?.bytes ?? '');
    await writer.desk.offer(path);
    const offered = writer.desk.offered();
    expect(offered?.name).toBe('cellule.renfort');
    const fileId = offered?.fileId ?? '';
    expect(await writer.desk.openReceived(fileId, null)).toMatchObject({ opened: false, code: 'wrong-key' });
    expect(await writer.desk.openReceived(fileId, 'une autre phrase')).toMatchObject({ code: 'wrong-key' });
    expect(await writer.desk.openReceived(fileId, 'quatre mots au hasard')).toMatchObject({ opened: true });
    expect(writer.desk.offered()).toBeNull();
    await expect(writer.desk.offer(root)).rejects.toThrow('n’est pas un instantané');
  });

  it('stops an export half way', async () => {
    const writer = await machine(LEAD);
    const seal = { type: 'passphrase' as const, passphrase: 'quatre mots au hasard' };
    const exportId = await writer.desk.exports.start(FORM, seal, null);
    await writer.desk.exports.stop(exportId);
    await expect.poll(async () => (await writer.desk.exports.state(exportId)).step).toBe('stopped');
    await expect(writer.desk.exports.save(exportId)).rejects.toThrow('exportez à nouveau');
    expect(writer.saved).toEqual([]);
  });
});
