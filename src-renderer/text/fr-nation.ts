/** What the windows of the national desk say: alerts, balance, openings, arbitration. French. */

export const FR_NATION = {
  decision: {
    comment: 'Message',
    noHealthData: 'Lu par l’ARS et par le CCS, gardé avec l’alerte. Sans donnée de santé.',
    ceiling: 'Plafond (personnes)',
    lastDay: 'Dernier jour',
    headcount: 'Nombre de personnes',
    headcountHelp: 'Laisser vide pour demander autant que de postes à pourvoir.',
    reserveMessage: 'Message à la Réserve sanitaire',
    answer: 'Réponse reçue',
    granted: 'Accordée',
    declined: 'Refusée',
    answerText: 'Ce que la Réserve sanitaire a répondu',
  },
} as const;
