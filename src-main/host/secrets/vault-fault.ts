/** The secret store cannot give or keep a secret; the message is a French sentence for the person. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault';
}
