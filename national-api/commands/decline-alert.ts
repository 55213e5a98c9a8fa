/** The national desk cannot help: PRISE → DÉCLINÉE, and "CCS" no longer shows (DOMAIN §4.6). */
import { alertHandler } from './decide-alert.ts';

export const declineAlert = alertHandler('alert.decline', 'decline', ({ text }) => text);
