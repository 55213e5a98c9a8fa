/**
 * A person withdraws for now, or is free again: said by themselves or by their ARS (DOMAIN §3; F79). It stops new
 * contacts; a contact or an assignment under way goes on, and an open proposal waits or lapses by itself.
 */
import type { CommandHandler } from '../kernel/handler.ts';
import { decideCandidateFact } from './decide-candidate-fact.ts';

export const setAvailability: CommandHandler<'candidate.set-availability'> = {
  kind: 'candidate.set-availability',
  async footprint(_reader, command) {
    return [`candidate:${command.subject}`];
  },
  async execute(context) {
    const { available, reason } = context.command.input;
    await decideCandidateFact(context, {
      fact: 'availability',
      right: 'set-availability',
      reason,
      values: {
        availability: available ? 'available' : 'unavailable',
        availabilityReason: available ? null : reason,
      },
      alreadySo: available ? 'Cette personne est déjà disponible.' : 'Cette personne est déjà indisponible.',
    });
  },
};
