function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

/** Is the last digit the Luhn key of the others? The text holds digits only. */
export function hasLuhnKey(digits: string): boolean {
  return luhnSum(digits) % 10 === 0;
}

/**
 * The digit that makes the text pass.
 *
 * @example luhnKeyOf('67078005') // '5'
 */
export function luhnKeyOf(digits: string): string {
  return String((10 - (luhnSum(`${digits}0`) % 10)) % 10);
}
