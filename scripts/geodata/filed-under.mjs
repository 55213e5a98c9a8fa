/**
 * Clipperton (989) has no inhabitant and is no département of the application: its postal code is filed with French
 * Polynesia, whose postal range (987) it uses. Only results are filed so: averaged with the Polynesian communes, the
 * islet would pull them 4,000 km to the north-east.
 */
export function filedUnder(departement) {
  return departement === '989' ? '987' : departement;
}
