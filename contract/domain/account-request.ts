export const ACCOUNT_REQUEST_STATES = ['submitted', 'duplicate', 'validated', 'refused', 'activated'] as const;
export type AccountRequestState = (typeof ACCOUNT_REQUEST_STATES)[number];

/** The activation link lives 72 h and works once (F34). */
export const ACTIVATION_LINK_HOURS = 72;
