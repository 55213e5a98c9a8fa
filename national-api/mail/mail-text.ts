/** The French texts of the service's mails (F134-F140). Every one is signed and says that it must not be answered. */
import type { MailKind, MailVariables } from './mail-kind.ts';

export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** Ends every mail; once only when several are joined. */
export const SIGNATURE = "L'administrateur RenfortRH\nCe message est automatique : merci de ne pas y répondre.";

type Text<K extends MailKind> = (variables: MailVariables<K>) => readonly [subject: string, ...lines: string[]];

const person = (it: { candidateNumber: string }): string => `le professionnel n° ${it.candidateNumber}`;

const TEXTS: { readonly [K in MailKind]: Text<K> } = {
  'candidate-registered': (it) => [
    'Votre inscription comme professionnel volontaire',
    `Bonjour ${it.firstName} ${it.lastName},`,
    'Votre inscription est enregistrée. Vous pouvez être contacté par votre ARS, par le ministère ou par un établissement.',
  ],
  'account-request-received': (it) => [
    'Votre demande de compte est enregistrée',
    `Votre demande de compte pour ${it.establishment} est enregistrée.`,
    `Elle sera examinée par ${it.by} ; vous recevrez ensuite un lien d'activation.`,
  ],
  'account-request-duplicate': (it) => [
    'Votre demande de compte est à compléter',
    `Une demande ou un compte existe déjà avec votre adresse. Votre demande pour ${it.establishment} est conservée.`,
    `Elle sera traitée par ${it.by}, qui vous tiendra informé : ne la déposez pas une nouvelle fois.`,
  ],
  'account-request-refused': (it) => [
    "Votre demande de compte n'est pas retenue",
    `Votre demande de compte pour ${it.establishment} n'a pas été retenue par ${it.by}.`,
    `Motif : ${it.reason}`,
    `Besoins de cette demande : ${it.missions}. Ils ne sont pas publiés et ne seront proposés à personne.`,
    'Si votre établissement a toujours besoin de renfort, rapprochez-vous de votre ARS ou déposez une nouvelle demande.',
  ],
  'account-request-attached': (it) => [
    'Vos besoins sont ajoutés à votre compte',
    `Vous avez déjà un compte avec cette adresse. Les besoins de votre demande pour ${it.establishment} y sont ajoutés par ${it.by}.`,
    `Besoins ajoutés : ${it.missions}. Connectez-vous avec votre mot de passe habituel.`,
  ],
  'account-activation': (it) => [
    'Activez votre compte RenfortRH',
    `Votre compte pour ${it.establishment} est validé. Ce lien, valable 72 heures, ne sert qu'une fois :`,
    it.link,
  ],
  'account-activation-renewed': (it) => [
    "Votre nouveau lien d'activation",
    "Voici un nouveau lien pour choisir votre mot de passe. Il est valable 72 heures et ne sert qu'une fois :",
    it.link,
  ],
  'candidates-proposed': (it) => [
    'Des professionnels sont à votre disposition',
    `${it.author} (pour ${it.by}) vous propose ${person(it)} pour votre besoin :`,
    `${it.profession}, du ${it.startDate} au ${it.endDate}, ${it.establishment}.`,
    'Contactez cette personne, puis validez ou refusez sa candidature.',
  ],
  'candidate-proposed': (it) => [
    'Votre candidature est proposée à un établissement',
    `Votre candidature est proposée par ${it.by} à ${it.establishment} (${it.city}) :`,
    `${it.profession}, du ${it.startDate} au ${it.endDate}.`,
    "L'établissement vous contactera s'il souhaite donner suite.",
  ],
  assignment: (it) => [
    'Affectation sur une mission de renfort',
    `Vous êtes affecté à une mission de renfort du ${it.startDate} au ${it.endDate}.`,
    `Établissement : ${it.establishment} (${it.city}). Profession : ${it.profession}.`,
    ...(it.contactEmail === '' ? [] : [`Votre contact : ${it.contactEmail}`]),
  ],
  'contact-reminder': (it) => [
    'Un candidat attend votre réponse',
    `Vous avez réservé ${person(it)} depuis le ${it.contactedAt} (${it.profession}, mission du ${it.startDate}).`,
    "Tant que vous n'avez pas répondu, aucun autre établissement ne peut le contacter : validez ou refusez sa candidature.",
    `Relance de ${it.author}.`,
  ],
  'contact-released': (it) => [
    'Un candidat que vous aviez contacté est libéré',
    `${it.author} a libéré ${person(it)} (${it.profession}, mission du ${it.startDate}).`,
    `Motif : ${it.reason}`,
  ],
  'contact-recalled': (it) => [
    'Un candidat que vous aviez contacté est rappelé',
    `La gestion de crise est activée par ${it.by} : ${person(it)} ne vous est plus réservé (${it.profession}, mission du ${it.startDate}).`,
    'Votre ARS vous proposera désormais les candidats.',
    `Décision de ${it.author}.`,
  ],
  'proposal-withdrawn-to-candidate': (it) => [
    'Proposition retirée',
    `La proposition de votre candidature à ${it.establishment} est retirée (${it.profession}, du ${it.startDate} au ${it.endDate}).`,
  ],
  'proposal-withdrawn-to-establishment': (it) => [
    'Proposition retirée',
    `${it.author} a retiré sa proposition concernant ${person(it)} (${it.profession}, mission du ${it.startDate}).`,
  ],
  'early-end-to-candidate': (it) => [
    'Fin anticipée de votre mission de renfort',
    `Votre mission à ${it.establishment} (${it.profession}) prend fin le ${it.endDate}.`,
    `Motif : ${it.reason}`,
  ],
  'early-end-to-establishment': (it) => [
    "Fin anticipée d'une affectation",
    `L'affectation concernant ${person(it)} (${it.profession}) prend fin le ${it.endDate}. Votre besoin est de nouveau ouvert.`,
    `Motif : ${it.reason}`,
    `Décision de ${it.author}.`,
  ],
  'cancellation-to-candidate': (it) => [
    'Votre affectation est annulée',
    `Votre affectation à ${it.establishment} (${it.profession}, du ${it.startDate} au ${it.endDate}) est annulée.`,
    `Motif : ${it.reason}`,
  ],
  'cancellation-to-establishment': (it) => [
    'Une affectation est annulée',
    `L'affectation concernant ${person(it)} (${it.profession}, du ${it.startDate} au ${it.endDate}) est annulée. Votre besoin est de nouveau ouvert.`,
    `Motif : ${it.reason}`,
    `Décision de ${it.author}.`,
  ],
  'assignment-dates-changed': (it) => [
    'Les dates de votre mission de renfort changent',
    `Votre mission à ${it.establishment} (${it.profession}) a désormais lieu du ${it.startDate} au ${it.endDate}.`,
  ],
  'mission-filled': (it) => [
    'Votre besoin est pourvu',
    `Votre besoin (${it.profession}, mission du ${it.startDate}) est pourvu : ${it.cover}.`,
    `Propositions et contacts restants, libérés : ${it.freed}.`,
  ],
  'mission-closed': (it) => [
    'Votre besoin est clos',
    `${it.author} a clos votre besoin (${it.profession}, mission du ${it.startDate}). Les personnes affectées le restent.`,
    `Motif : ${it.reason}`,
  ],
};

/** The subject and body of a mail. */
export function mailText<K extends MailKind>(kind: K, variables: MailVariables<K>): MailText {
  const [subject, ...lines] = TEXTS[kind](variables);
  return { subject, body: [...lines, '', SIGNATURE].join('\n') };
}
