/** Volunteers by HTTP: what others may look at with a reason. */
import type { RevealGround } from '../../reveal/reveal.ts';
import { revealContact, revealDocument } from '../../reveal/reveal.ts';
import type { CallContext } from '../service.ts';
import { callerOf } from '../service.ts';
import { national } from './base.ts';

const revealGround = ({ service: { ground, instance, limits } }: CallContext): RevealGround => ({
  ground,
  instance,
  peoplePerDay: limits.peoplePerDay,
});

export const candidateProcedures = {
  revealContact: national.candidates.revealContact.handler(({ context, input: { params, body } }) =>
    revealContact(revealGround(context), callerOf(context), params.id, body),
  ),
  revealDocument: national.candidates.revealDocument.handler(({ context, input: { params, body } }) =>
    revealDocument(revealGround(context), callerOf(context), params.id, params.kind, body),
  ),
};
