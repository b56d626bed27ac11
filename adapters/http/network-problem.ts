import { errors } from 'undici';
import { AddressRefused } from './guarded-agent.ts';

/** Why no answer came. Stable: logs and pages choose their words by them. */
export type NetworkProblem =
  'address-refused' | 'host-not-found' | 'unreachable' | 'certificate-invalid' | 'timeout';

/** What Node calls the results of checking a certificate, besides those with CERT_ in front. */
const CERTIFICATE_CODES = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const TIMEOUT_CODES = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/**
 * What an error of the network says, by its code. A server whose answer is no HTTP, or whose TLS is not ours, is
 * `unreachable`.
 *
 * @returns null: it has no code and is no error of the network
 */
export function networkProblem(error: unknown): NetworkProblem | null {
  if (error instanceof AddressRefused) return 'address-refused';
  // Its code is not always there.
  if (error instanceof errors.HTTPParserError) return 'unreachable';
  const code = codeOf(error);
  if (code === null) return null;
  if (TIMEOUT_CODES.has(code)) return 'timeout';
  if (code === 'ENOTFOUND' || code === 'ENODATA') return 'host-not-found';
  if (CERTIFICATE_CODES.has(code) || code.startsWith('CERT_')) return 'certificate-invalid';
  return 'unreachable';
}

/** Several addresses were tried: each has its own error. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : null;
}
