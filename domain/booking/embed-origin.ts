/** What is said of a text that is none. */
export const EMBED_ORIGIN_RULE =
  'must be an https origin such as https://example.com, without a path; http is for localhost alone';

const LONGEST_ORIGIN = 253 + 'https://:65535'.length;
const LOOPBACK = /^(?:localhost|[a-z0-9-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether it names a site that may show a page in a frame: an origin (RFC 6454 §6.2) as browsers write it. */
export function isEmbedOrigin(text: string): boolean {
  if (text.length > LONGEST_ORIGIN || !URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  if (origin !== text || !/^[a-z0-9.:[\]-]+$/.test(hostname)) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}
