/**
 * How a mail of ours fares: written and waiting, put off by the mail server, taken by it, given up; and what was reported
 * of it later.
 */
export const DELIVERY_STATUSES = ['prepared', 'deferred', 'sent', 'failed', 'delivered', 'bounced'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
