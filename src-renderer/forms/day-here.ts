/** The civil day of the workstation, as its clock has it: "2021-03-15". */
const DAY = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });

export function dayHere(now: number = Date.now()): string {
  return DAY.format(now);
}
