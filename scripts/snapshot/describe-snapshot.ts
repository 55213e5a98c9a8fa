/** A proved snapshot in French sentences, and as one object for scripts. */
import type { ReadSnapshot } from '../../src-main/snapshots/format/read-container.ts';

const instant = (iso: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(
    new Date(iso),
  );

const count = (value: number): string => new Intl.NumberFormat('fr-FR').format(value);

export function describeSnapshot({ manifest, signer, isExpired }: ReadSnapshot): string {
  const { request, parts, takenAt, approval } = manifest;
  const kept = request.nominative
    ? `nominatif, avec l'accord de ${approval?.by.name ?? 'personne'}`
    : `pseudonymisé (groupes de ${manifest.smallest} au moins, ${count(manifest.withheld)} personnes écartées)`;
  return [
    `Instantané   ${manifest.id}`,
    `Pris le      ${instant(takenAt)} par ${request.author.name}`,
    `Signé par    ${signer.owner} (clé ${signer.keyId})`,
    `Contenu      ${kept}`,
    `Objet        ${request.purposeText || request.purpose} — pour ${request.recipients.join(', ')}`,
    `Série        ${request.series?.name ?? 'aucune'}`,
    `Consultable  jusqu'au ${instant(request.expiresAt)}${isExpired ? ' : DURÉE PASSÉE' : ''}`,
    ...parts.map(({ name, rows }) => `  ${name.padEnd(14)} ${count(rows).padStart(9)} lignes`),
    '',
  ].join('\n');
}

export function summariseSnapshot({ manifest, signer, isExpired }: ReadSnapshot): object {
  const { id, kind, takenAt, revision, request, withheld, smallest } = manifest;
  const { nominative, purpose, recipients, series, expiresAt, scope } = request;
  const parts = Object.fromEntries(manifest.parts.map(({ name, rows }) => [name, rows]));
  const owner = { keyId: signer.keyId, owner: signer.owner };
  return {
    id,
    kind,
    takenAt,
    revision,
    nominative,
    purpose,
    recipients,
    series,
    expiresAt,
    scope,
    withheld,
    smallest,
    signer: owner,
    isExpired,
    parts,
  };
}
