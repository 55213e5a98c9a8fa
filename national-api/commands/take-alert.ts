/** Someone of the national desk takes an alert in hand: POSÉE → PRISE (DOMAIN §4.6). */
import { alertHandler } from './decide-alert.ts';

export const takeAlert = alertHandler('alert.take', 'take', () => null);
