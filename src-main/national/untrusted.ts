/** Tells, of a failed connection, whether the other side could not prove who it is (TRUST S40). */
const CODES = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_|UNABLE_TO_(VERIFY|GET_ISSUER)|EPROTO)/;

const codesOf = (error: unknown): string[] =>
  error instanceof Error ? ['code' in error ? String(error.code) : '', ...codesOf(error.cause)] : [];

/** True for a certificate that is refused and for a TLS that is older than ours: nothing was sent. */
export function isUntrusted(error: unknown): boolean {
  return codesOf(error).some((code) => CODES.test(code));
}
