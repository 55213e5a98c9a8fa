import type { ReadyLine } from './ready-line.ts';

/** What `npm start` tells the person in front of it, in French. */
export function describeService(ready: ReadyLine, joined: boolean): string {
  const opening = joined
    ? 'Le service national de démonstration tourne déjà : cette commande le rejoint.'
    : 'Le service national de démonstration est prêt.';
  return [
    '',
    opening,
    `  Adresse           ${ready.url}`,
    `  Contrat (OpenAPI) ${new URL('/v1/openapi.json', ready.url).href}`,
    '',
    'Personnes de démonstration (inventées) :',
    ...ready.people.map(describePerson),
    '',
    joined ? '' : 'Ctrl+C pour tout arrêter.',
    '',
  ].join('\n');
}

function describePerson({ name, label, login }: ReadyLine['people'][number]): string {
  return `  – ${name} · ${label} · ${login}`;
}
