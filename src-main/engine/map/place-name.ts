/** A town as the map writes it. @example placeName('Nancy', '54') // 'Nancy (54)' */
export function placeName(city: string | number | null, departement: string | number | null): string {
  const code = String(departement ?? '');
  const town = String(city ?? '').trim();
  return town === '' ? code : `${town} (${code})`;
}
