/** The civil day in Paris, where the CCS decides: "2021-03-15". */
const DAY = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export function todayHere(now: number = Date.now()): string {
  return DAY.format(now);
}
