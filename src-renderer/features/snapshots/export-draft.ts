/** What a person has filled in so far, as the form holds it: texts. Pure. */

import type { ExportForm, ExportSeal } from '../../../contract/app/snapshot-contract.ts';
import { isCivilDate } from '../../../contract/domain/civil-date.ts';
import { isDepartementCode } from '../../../contract/domain/geography/departement.ts';
import { SNAPSHOT_CONTENTS, SNAPSHOT_PURPOSES } from '../../../contract/domain/snapshot-lists.ts';
import type { FieldError } from '../../forms/field-error.ts';
import { dayFault } from '../../forms/typed-day.ts';
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

function dayErrors(field: 'from' | 'until' | 'expiresOn', label: string, day: string): readonly FieldError[] {
  const message = dayFault(day);
  return message === null ? [] : [{ field, label, message }];
}

/** A bound that may be missing. */
const boundErrors = (field: 'from' | 'until', label: string, day: string) =>
  day.trim() === '' ? [] : dayErrors(field, label, day);

/** What keeps a request from a second person from being made: they agree to a whole one. */
export function requestErrors(draft: ExportDraft): readonly FieldError[] {
  const { departements } = formOf(draft);
  const { from, until, expiresOn, content, recipients } = draft;
  const isInverted = isCivilDate(from) && isCivilDate(until) && until < from;
  return [
    ...(departements.every(isDepartementCode)
      ? []
      : [{ field: 'departements', label: WORDS.departements, message: WORDS.errors.departements }]),
    ...boundErrors('from', WORDS.from, from),
    ...boundErrors('until', WORDS.until, until),
    ...(isInverted ? [{ field: 'until', label: WORDS.until, message: WORDS.errors.untilFirst }] : []),
    ...(content.length === 0 ? [{ field: 'content', label: WORDS.content, message: WORDS.errors.content }] : []),
    ...(linesOf(recipients).length === 0
      ? [{ field: 'recipients', label: WORDS.recipients, message: WORDS.errors.recipients }]
      : []),
    ...dayErrors('expiresOn', WORDS.expires, expiresOn),
  ];
}

/** What keeps the export itself from being made, in the order of the fields. */
export function exportErrors(draft: ExportDraft, hasAgreement: boolean): readonly FieldError[] {
  const seal =
    draft.sealBy === 'passphrase'
      ? draft.passphrase.length >= SHORTEST_PASSPHRASE
        ? []
        : [{ field: 'passphrase', label: WORDS.byPassphrase, message: WORDS.errors.passphrase }]
      : linesOf(draft.keys).length > 0
        ? []
        : [{ field: 'keys', label: WORDS.byKeys, message: WORDS.errors.keys }];
  const agreement =
    draft.nominative && !hasAgreement
      ? [{ field: 'agreement', label: FR_SNAPSHOTS.agreement.given, message: WORDS.errors.agreement }]
      : [];
  return [...requestErrors(draft), ...seal, ...agreement];
}
