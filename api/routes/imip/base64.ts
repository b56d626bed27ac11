import { invalidField } from '../../middleware/problems.ts';

/**
 * The octets of a message in base64, which may be broken into lines.
 *
 * @throws Problem invalid-request when it is none
 */
export function octetsOfBase64(base64: string): Buffer {
  // Line by line: an expression for all of them would try each way to divide them.
  const unbroken = base64.trimEnd().replaceAll('\r', '').replaceAll('\n', '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(unbroken)) throw invalidField('raw', 'must be base64');
  return Buffer.from(unbroken, 'base64');
}
