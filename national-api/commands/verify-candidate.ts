/** The ARS checked documents and identifier, or takes that back, with a reason (DOMAIN §3; F76, F77). A warning, never a wall. */
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { decideCandidateFact } from './decide-candidate-fact.ts';

export const verifyCandidate: CommandHandler<'candidate.verify'> = {
  kind: 'candidate.verify',
  async footprint(_reader, command) {
    return [`candidate:${command.subject}`];
  },
  async execute(context) {
    const { verified, reason } = context.command.input;
    if (!verified && reason === null) {
      throw new CommandRefusal('reason-required', 'Dites pourquoi cette personne est à vérifier de nouveau.');
    }
    await decideCandidateFact(context, {
      fact: 'verification',
      right: 'verify-candidate',
      reason,
      values: { verification: verified ? 'verified' : 'to-verify' },
      alreadySo: verified ? 'Cette personne est déjà vérifiée.' : 'Cette personne est déjà à vérifier.',
    });
  },
};
