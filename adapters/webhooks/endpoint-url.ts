import { isIP } from 'node:net';
import { createAddressGuard, isListed, isLocalhost } from '../http/address-guard.ts';

export type EndpointUrlProblem = 'url-invalid' | 'url-not-https' | 'address-refused';

/** Longer ones are nobody's endpoint. */
export const LONGEST_ENDPOINT_URL = 2_048;

/**
 * Reads the address of an endpoint. It is https, unless its host is one that the operator lists; a user or password has no
 * place in it, because it is shown. What its name leads to is judged with each connection.
 *
 * @param allowedHosts WEBHOOK_ALLOWED_HOSTS
 */
export function readEndpointUrl(text: string, allowedHosts: readonly string[]): URL | EndpointUrlProblem {
  if (text.length > LONGEST_ENDPOINT_URL || !URL.canParse(text)) return 'url-invalid';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'url-invalid';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol === 'http:' && !isListed(host, allowedHosts)) return 'url-not-https';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'url-invalid';
  const address = isLocalhost(host) ? '127.0.0.1' : host;
  if (isIP(address) !== 0 && !createAddressGuard(allowedHosts)(host, address)) return 'address-refused';
  url.hash = '';
  return url;
}
