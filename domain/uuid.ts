const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether it is written as an id (RFC 9562 §4), in whichever case; what is not, is nobody's. */
export const isUuid = (text: string): boolean => UUID.test(text);

/**
 * The id (version 8, RFC 9562 §5.8) that is the same for the same digest.
 *
 * @param digest of at least 128 bits, in hexadecimal and lower case
 */
export function uuidOf(digest: string): string {
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    variant + digest.slice(17, 20),
    digest.slice(20, 32),
  ].join('-');
}
