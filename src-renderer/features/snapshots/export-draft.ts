/** What a person has filled in so far, as the form holds it: texts. Pure. */

import type { ExportForm, ExportSeal } from '../../../contract/app/snapshot-contract.ts';
import { isDepartementCode } from '../../../contract/domain/geography/departement.ts';
import { SNAPSHOT_CONTENTS, SNAPSHOT_PURPOSES } from '../../../contract/domain/snapshot-lists.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';

const { export: WORDS } = FR_SNAPSHOTS;

export interface ExportDraft {
  readonly agency: number | null;
  readonly departements: string;
  readonly profession: string;
  readonly from: string;
  readonly until: string;
  readonly content: readonly ExportForm['content'][number][];
  readonly nominative: boolean;
  readonly purpose: ExportForm['purpose'];
  readonly purposeText: string;
  readonly recipients: string;
  readonly seriesName: string;
  readonly expiresOn: string;
  readonly sealBy: 'passphrase' | 'recipients';
  readonly passphrase: string;
  readonly keys: string;
}

const SHORTEST_PASSPHRASE = 12;
const LIFE_DAYS = 30;

/** @param today a civil date */
export function firstDraft(agency: number | null, today: string): ExportDraft {
  const expires = new Date(`${today}T00:00:00Z`);
  expires.setUTCDate(expires.getUTCDate() + LIFE_DAYS);
  return {
    agency,
    departements: '',
    profession: '',
    from: '',
    until: '',
    content: SNAPSHOT_CONTENTS.filter((one) => one !== 'journal'),
    nominative: false,
    purpose: SNAPSHOT_PURPOSES[0],
    purposeText: '',
    recipients: '',
    seriesName: '',
    expiresOn: expires.toISOString().slice(0, 10),
    sealBy: 'passphrase',
    passphrase: '',
    keys: '',
  };
}

const linesOf = (text: string): string[] =>
  text
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function formOf(draft: ExportDraft): ExportForm {
  const { agency, content, nominative, purpose, purposeText, expiresOn } = draft;
  return {
    kind: 'cell-state',
    agency,
    departements: draft.departements
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== ''),
    professions: draft.profession === '' ? [] : [draft.profession],
    from: draft.from === '' ? null : draft.from,
    until: draft.until === '' ? null : draft.until,
    content: [...content],
    nominative,
    purpose,
    purposeText: purposeText.trim(),
    recipients: linesOf(draft.recipients),
    seriesName: draft.seriesName.trim() === '' ? null : draft.seriesName.trim(),
    expiresOn,
  };
}

export function sealOf({ sealBy, passphrase, keys }: ExportDraft): ExportSeal {
  return sealBy === 'passphrase'
    ? { type: 'passphrase', passphrase }
    : { type: 'recipients', recipients: linesOf(keys) };
}

/** What a request cannot do without, in French: a second person agrees to a whole one. */
export function missingOfRequest(draft: ExportDraft): readonly string[] {
  const { departements } = formOf(draft);
  return [
    ...(departements.every(isDepartementCode) ? [] : [WORDS.missingDepartements]),
    ...(draft.content.length === 0 ? [WORDS.missingContent] : []),
    ...(linesOf(draft.recipients).length === 0 ? [WORDS.missingRecipients] : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(draft.expiresOn) ? [] : [WORDS.missingExpiry]),
  ];
}

/** What is still missing, in French. */
export function missingOf(draft: ExportDraft, hasAgreement: boolean): readonly string[] {
  const isSealed =
    draft.sealBy === 'passphrase' ? draft.passphrase.length >= SHORTEST_PASSPHRASE : linesOf(draft.keys).length > 0;
  return [
    ...missingOfRequest(draft),
    ...(isSealed ? [] : [WORDS.missingSeal]),
    ...(draft.nominative && !hasAgreement ? [WORDS.missingAgreement] : []),
  ];
}
