/**
 * What lies beside a candidate's row and never travels by the feed: contact details, message, documents. Made while they
 * are written, from a stream of each person's own, so that nobody holds them all.
 */
import type { Tables } from '../database/tables.ts';
import type { NationPlan } from './nation-size.ts';
import { drawPhone } from './person-names.ts';
import { createRandom } from './random.ts';
import { specimenDocument } from './specimen-document.ts';

const MESSAGES = [
  'Disponible de préférence le matin.',
  'Je peux être logée chez de la famille pendant la mission.',
  "J'ai déjà renforcé un EHPAD au printemps.",
  'Retraité depuis deux ans, en bonne santé, prêt à reprendre.',
  'Pas de garde de nuit, merci.',
  'Je souhaite rester à moins de 30 minutes de mon domicile.',
  "Formée à l'hygiène et aux gestes barrières.",
  "Ancien réanimateur, remise à niveau en cours — « l'expérience, ça compte » !",
] as const;

type Candidate = Tables['candidate'];

export function* contactsOf(plan: NationPlan, candidates: readonly Candidate[]): Generator<Tables['candidateContact']> {
  const random = createRandom(plan.seed, `${plan.size}:contacts`);
  for (const { id, emailKey } of candidates) {
    yield {
      candidateId: id,
      email: emailKey ?? '',
      phone: drawPhone(random, random.chance(0.85) ? 'mobile' : 'landline'),
      message: random.chance(0.16) ? random.pick(MESSAGES) : null,
    };
  }
}

export function* documentsOf(
  plan: NationPlan,
  candidates: readonly Candidate[],
): Generator<Tables['candidateDocument']> {
  const random = createRandom(plan.seed, `${plan.size}:documents`);
  const content = specimenDocument();
  for (const candidate of candidates) {
    const createdAt = Date.parse(candidate.createdAt);
    for (const kind of ['identity', 'diploma'] as const) {
      if (candidate[kind === 'identity' ? 'identityDocument' : 'diploma'] === 0) continue;
      yield {
        id: random.id(createdAt),
        candidateId: candidate.id,
        kind,
        fileName: kind === 'identity' ? 'piece-identite-specimen.png' : 'diplome-specimen.png',
        mediaType: 'image/png',
        content,
      };
    }
  }
}
