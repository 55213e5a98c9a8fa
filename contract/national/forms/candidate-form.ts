/** The questionnaire of a volunteer, and what the person may change later. DOMAIN §3; F66-F72. */
import { z } from 'zod';
import { MOBILISATIONS } from '../../domain/mobilisation.ts';
import type { ProfessionCode } from '../../domain/profession.ts';
import { PROFESSIONS } from '../../domain/profession.ts';
import { commandIdSchema } from '../commands/command.ts';

const line = z.string().trim().min(1).max(200);
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const answers = {
  phone: z.string().max(32),
  postalCode: z.string().max(16),
  city: line,
  activityKind: z.string().trim().max(100),
  message: z.string().trim().max(2000).nullable(),
  startDate: civilDate,
  /** May be empty (F72). */
  endDate: civilDate.nullable(),
  weekdays: z.boolean(),
  weekend: z.boolean(),
  vehicle: z.boolean(),
  ehpad: z.boolean(),
  intensiveCare: z.boolean(),
  vaccinationExperience: z.boolean(),
  vaccinationHelp: z.boolean(),
  mobilisation: z.enum(MOBILISATIONS),
};

export const candidateFormSchema = z.strictObject({
  /** Made by the form (UUID): the id of the person's record, and the same form sent twice is one person. */
  candidateId: commandIdSchema,
  lastName: line,
  firstName: line,
  email: z.string().max(254),
  profession: z.enum(PROFESSIONS.map(({ code }) => code) as [ProfessionCode, ...ProfessionCode[]]),
  specialty: z.string().max(16).nullable(),
  identifierKind: z.enum(['rpps', 'adeli', 'none']),
  identifier: z.string().max(32).nullable(),
  ...answers,
});
export type CandidateForm = z.infer<typeof candidateFormSchema>;

/** What the person may change; name, e-mail, profession and identifier go through the ARS. */
export const candidateChangeSchema = z.strictObject(answers).partial();
export type CandidateChange = z.infer<typeof candidateChangeSchema>;

export const candidateReceiptSchema = z.strictObject({
  candidateId: z.string(),
  /** The number people read out loud ("Professionnel 6552", F69). */
  number: z.int(),
  message: z.string(),
});

/** Pieces that a volunteer may deposit (F74). */
export const DOCUMENT_KINDS = ['identity', 'diploma'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export const DOCUMENT_MOST_BYTES = 5 * 1024 * 1024;
