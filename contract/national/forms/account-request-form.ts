/** The public form by which an establishment asks for an account, with its first missions. DOMAIN §5.2; F29-F31, F44-F56. */
import { z } from 'zod';
import { commandIdSchema } from '../commands/command.ts';
import { missionNeedSchema } from '../commands/command-inputs.ts';

const line = z.string().trim().min(1).max(200);

export const accountRequestFormSchema = z.strictObject({
  /** Made by the form (UUID): the same request sent twice is one request. */
  requestId: commandIdSchema,
  lastName: line,
  firstName: line,
  email: z.string().max(254),
  phone: z.string().max(32),
  /** A code of ESTABLISHMENT_CATEGORIES. */
  category: z.string().min(1).max(32),
  /** FINESS géographique, or GID for a vaccination centre: one of the two (F47). */
  finess: z.string().max(32).nullable(),
  gid: z.string().max(64).nullable(),
  establishmentName: line,
  address: line,
  postalCode: z.string().max(16),
  city: line,
  /** ARS de rattachement. */
  agency: z.int().min(1).max(18),
  /** At least one; "no need yet" is a mission whose number is 0 (F29-F30). */
  missions: z.array(missionNeedSchema).min(1).max(20),
});
export type AccountRequestForm = z.infer<typeof accountRequestFormSchema>;

export const accountRequestReceiptSchema = z.strictObject({
  requestId: z.string(),
  /** AccountRequestState: 'submitted', or 'duplicate' when the e-mail is already known (F24). */
  state: z.string(),
  /** The sentence to show: "no pop-up = nothing saved" (F39). */
  message: z.string(),
});
export type AccountRequestReceipt = z.infer<typeof accountRequestReceiptSchema>;

export const accountActivationFormSchema = z.strictObject({
  /** The secret of the activation link (72 h, once: F34). */
  token: z.string().min(16).max(256),
  password: z.string().min(1).max(200),
});
export type AccountActivationForm = z.infer<typeof accountActivationFormSchema>;

export const activationRenewalFormSchema = z.strictObject({ email: z.string().max(254) });

/** One line of the sheet of annex 2, judged. */
export const accountImportRowSchema = z.strictObject({
  /** As the spreadsheet numbers it: the header is line 1. */
  line: z.int().min(1),
  outcome: z.enum(['accepted', 'refused', 'duplicate']),
  establishmentName: z.string().nullable(),
  /** French sentences: every reason of a refusal. */
  reasons: z.array(z.string()),
  /** French sentences that inform and do not block. */
  warnings: z.array(z.string()),
});
export const accountImportReportSchema = z.strictObject({
  /** True: nothing was written. */
  dryRun: z.boolean(),
  accepted: z.int(),
  refused: z.int(),
  duplicates: z.int(),
  rows: z.array(accountImportRowSchema),
});
export type AccountImportReport = z.infer<typeof accountImportReportSchema>;
