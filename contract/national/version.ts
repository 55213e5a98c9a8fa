/**
 * Version of the national contract: routes, commands, rows, feed. It changes with the contract and never without it
 * (tests/contract holds the hash). The path carries the major version: `/v1`.
 */
export const CONTRACT_VERSION = '1.5.0';
