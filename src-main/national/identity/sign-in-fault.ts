/** Why nobody is signed in, as the person may be told. */
export type SignInFaultCode = 'given-up' | 'refused' | 'offline' | 'no-habilitation' | 'session-ended' | 'no-vault';

const SENTENCES: Readonly<Record<SignInFaultCode, string>> = {
  'given-up': 'La connexion a été abandonnée.',
  refused: 'Le fournisseur d’identité a refusé la connexion.',
  offline: 'Le service national n’est pas joignable : la connexion attendra le réseau.',
  'no-habilitation': 'Aucune habilitation en cours ne vous est connue.',
  'session-ended': 'Votre session est terminée : connectez-vous à nouveau, vos décisions en attente sont conservées.',
  'no-vault': 'Le coffre de ce poste ne peut pas garder votre session.',
};

export class SignInFault extends Error {
  override readonly name = 'SignInFault';
  readonly code: SignInFaultCode;

  constructor(code: SignInFaultCode, sentence = SENTENCES[code], options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
