import { createHmac } from 'node:crypto';
import { deriveKey } from '../secrets/sealing.ts';

/**
 * The Message-ID (RFC 5322 §3.6.4) of a message of ours, with angle brackets: the same for the same message, and not to
 * be guessed. A delivery report that names it comes from who has carried the message, or from its recipient.
 *
 * @param about names the message for ever; it need not be secret
 * @param organizerEmail whose domain stands on the right
 */
export type MessageIds = (about: string, organizerEmail: string) => string;

/** 128 bits of an HMAC with a key of the installation's own. @param secretKey 32 bytes in base64 */
export function createMessageIds(secretKey: string): MessageIds {
  const key = deriveKey(secretKey, 'parley message ids');
  return (about, organizerEmail) => {
    const digest = createHmac('sha256', key).update(about).digest('hex').slice(0, 32);
    return `<${digest}@${organizerEmail.slice(organizerEmail.lastIndexOf('@') + 1)}>`;
  };
}
