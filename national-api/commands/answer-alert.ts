/** The national desk answers an alert that it took: PRISE → RÉPONDUE (DOMAIN §4.6). */
import { alertHandler } from './decide-alert.ts';

export const answerAlert = alertHandler('alert.answer', 'answer', ({ text }) => text);
