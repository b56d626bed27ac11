import { z } from 'zod';

const days = (byDefault: number) => z.coerce.number().int().min(0).max(36_500).default(byDefault);

/** How long what is stored is kept, in days; 0: for ever. */
export const retentionVariables = {
  RETENTION_RAW_DAYS: days(30),
  RETENTION_STRAY_DAYS: days(7),
  RETENTION_MESSAGES_DAYS: days(0),
  RETENTION_AUDIT_DAYS: days(0),
  RETENTION_LINKS_DAYS: days(90),
  RETENTION_FETCHES_DAYS: days(90),
  RETENTION_SESSIONS_DAYS: days(30),
  RETENTION_OUTBOX_DAYS: days(30),
  RETENTION_WEBHOOKS_DAYS: days(30),
  RETENTION_VERSIONS_DAYS: days(30),
  RETENTION_CHANGES_DAYS: days(90),
};

type Variables = z.output<z.ZodObject<typeof retentionVariables>>;

/** What the retention job goes by, in days; 0: for ever. */
export const arrangeRetention = (env: Variables) => ({
  /** Bytes of mail, after the meeting is over; who was in its room. */
  rawDays: env.RETENTION_RAW_DAYS,
  /** Bytes of mail that is about no meeting. */
  strayDays: env.RETENTION_STRAY_DAYS,
  /** What is known of mail, after the meeting is over. */
  messagesDays: env.RETENTION_MESSAGES_DAYS,
  auditDays: env.RETENTION_AUDIT_DAYS,
  /** Links, after they have expired. */
  linksDays: env.RETENTION_LINKS_DAYS,
  fetchesDays: env.RETENTION_FETCHES_DAYS,
  /** Sessions and sign-ins, after they have ended. */
  sessionsDays: env.RETENTION_SESSIONS_DAYS,
  outboxDays: env.RETENTION_OUTBOX_DAYS,
  /** Events and their deliveries, after these are settled. */
  webhooksDays: env.RETENTION_WEBHOOKS_DAYS,
  /** Calendar objects as they were before, and deleted calendars: for so long they can be brought back. */
  versionsDays: env.RETENTION_VERSIONS_DAYS,
  /** What changed in calendars, for clients that were away for long: for so long they need not read all of it again. */
  changesDays: env.RETENTION_CHANGES_DAYS,
});

export type Retention = ReturnType<typeof arrangeRetention>;
