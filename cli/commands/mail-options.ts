import { INCOMING_STATUSES, OUTGOING_STATUSES } from '../../queries/operations/mail.ts';
import type { ListOptions } from '../operating-options.ts';

/** `waiting-in-mailbox`, `put-aside`: in a mailbox that is read, where it could not be taken in. */
export const MAILBOX_STATUSES = ['waiting-in-mailbox', 'put-aside'] as const;

/** Of both directions; what was refused for good goes by the same name in both. */
export const MAIL_STATUSES = [...new Set([...OUTGOING_STATUSES, ...INCOMING_STATUSES, ...MAILBOX_STATUSES])];
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** `parley mail list` */
export interface MailListOptions extends ListOptions<MailStatus> {
  direction?: string;
}
