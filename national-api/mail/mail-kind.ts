/**
 * Every mail that the service sends, with the values its text needs. Contact and refusal send none (F141).
 * FEATURES A.11; DOMAIN §4.9.
 */
export const MAIL_KINDS = {
  /** F134 · to the candidate, on sign-up. */
  'candidate-registered': ['firstName', 'lastName'],
  /** F135 · to the applicant, on a request. */
  'account-request-received': ['establishment', 'by'],
  /** F24 · to the applicant whose e-mail is already known. */
  'account-request-duplicate': ['establishment', 'by'],
  'account-request-refused': ['establishment', 'by', 'reason', 'missions'],
  /** To the applicant: a duplicate's missions joined the account of the same e-mail (F24). */
  'account-request-attached': ['establishment', 'by', 'missions'],
  /** F136 · 72 h, once. */
  'account-activation': ['establishment', 'link'],
  /** F137 · a new link, 72 h, once. */
  'account-activation-renewed': ['link'],
  /** F138 · to the requester, naming the account that proposed. */
  'candidates-proposed': ['author', 'by', 'establishment', 'profession', 'startDate', 'endDate', 'candidateNumber'],
  /** F139 · to the candidate. */
  'candidate-proposed': ['by', 'establishment', 'city', 'profession', 'startDate', 'endDate'],
  /** F140 · to the candidate, with the mail of the account that accepted. */
  assignment: ['establishment', 'city', 'profession', 'startDate', 'endDate', 'contactEmail'],
  /** To the requester who leaves a contacted person without an answer. */
  'contact-reminder': ['author', 'profession', 'startDate', 'candidateNumber', 'contactedAt'],
  /** To the requester: a regulator freed the person. */
  'contact-released': ['author', 'profession', 'startDate', 'candidateNumber', 'reason'],
  /** To the requester: crisis mode took contacts back. */
  'contact-recalled': ['author', 'by', 'profession', 'startDate', 'candidateNumber'],
  'proposal-withdrawn-to-candidate': ['establishment', 'profession', 'startDate', 'endDate'],
  'proposal-withdrawn-to-establishment': ['author', 'profession', 'startDate', 'candidateNumber'],
  'early-end-to-candidate': ['establishment', 'profession', 'endDate', 'reason'],
  'early-end-to-establishment': ['author', 'profession', 'candidateNumber', 'endDate', 'reason'],
  'cancellation-to-candidate': ['establishment', 'profession', 'startDate', 'endDate', 'reason'],
  'cancellation-to-establishment': ['author', 'profession', 'startDate', 'endDate', 'candidateNumber', 'reason'],
  /** To an assigned candidate: the mission's dates moved. */
  'assignment-dates-changed': ['establishment', 'profession', 'startDate', 'endDate'],
  /** To the requester: other people's proposals lapsed (DOMAIN §4.7). */
  'mission-filled': ['profession', 'startDate', 'cover', 'freed'],
  'mission-closed': ['author', 'profession', 'startDate', 'reason'],
} as const satisfies Record<string, readonly string[]>;

export type MailKind = keyof typeof MAIL_KINDS;
export const MAIL_KIND_NAMES = Object.keys(MAIL_KINDS) as readonly MailKind[];

/**
 * What a text is filled with, ready to be read: dates are written out, professions are labels, `by` bears its article
 * ("l'ARS Grand-Est", "le CCS"). A person is told by number, never by name: a mail box is not a safe.
 */
export type MailVariables<K extends MailKind> = Readonly<Record<(typeof MAIL_KINDS)[K][number], string>>;
