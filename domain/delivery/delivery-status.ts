/**
 * How a mail of ours fares: written and waiting, put off by the mail server, taken by it, given up; what was reported
 * of it later; and not sent, because it helped nobody any more.
 */
export const DELIVERY_STATUSES = [
  'prepared',
  'deferred',
  'sent',
  'failed',
  'delivered',
  'bounced',
  'lapsed',
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
