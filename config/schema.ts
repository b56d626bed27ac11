import { resolve } from 'node:path';
import { z } from 'zod';
import { cacheDirOf } from './directories.ts';
import { arrangeCalendars, calendarVariables } from './calendars.ts';
import { arrangeFeeds, arrangeFeedWindow, feedVariables } from './feeds.ts';
import { arrangeIncomingMail, incomingMailVariables } from './incoming-mail.ts';
import { arrangeBudgets, arrangeLimits, limitVariables } from './limits.ts';
import type { MailboxConfig } from './mailboxes.ts';
import { arrangeReading, readingVariables } from './reading.ts';
import { reminderMinutes } from './reminders.ts';
import { arrangeRetention, retentionVariables } from './retention.ts';
import { flag, isSecretKey, list } from './variable-kinds.ts';
import { arrangeWebhooks, webhookVariables } from './webhooks.ts';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const seconds = (fallback: number) => z.coerce.number().min(0).max(10_000_000).default(fallback);
const url = (protocols: RegExp, example: string) =>
  z
    .url({ protocol: protocols, error: `must be an address like ${example}` })
    .transform((text) => text.replace(/\/$/, ''));

/**
 * Every environment variable that Parley reads, with its default.
 * The README's configuration table is written from this list.
 */
export const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port(3000),
  PUBLIC_URL: url(/^https?$/, 'https://parley.example.com').optional(),
  SMTP_IN_HOST: z.string().optional(),
  SMTP_IN_PORT: port(2525),
  ...incomingMailVariables,
  ...feedVariables,
  ...webhookVariables,
  ...readingVariables,
  ...retentionVariables,
  STORED_MB_PER_DAY: z.coerce.number().int().min(0).max(10_000_000).default(2_048),
  ...limitVariables,
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host/database').optional(),
  POSTGRES_PORT: port(54320),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: flag(false),
  TEMPORAL_TASK_QUEUE_PREFIX: z.string().optional(),
  TEMPORAL_PORT: port(7233),
  TEMPORAL_UI_PORT: port(8233),
  TEMPORAL_UI_URL: url(/^https?$/, 'https://temporal.example.com').optional(),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587').optional(),
  SMTP_REQUIRE_TLS: flag(true).removeDefault().optional(),
  IMAP_URL: z.string().optional(),
  MAILBOXES_FILE: z.string().optional(),
  DEV_MAILBOX: z.enum(['on', 'off']).default('on'),
  PARLEY_DATA_DIR: z.string().default('.parley'),
  PARLEY_CACHE_DIR: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
  PARLEY_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{16,256}$/, 'must be 16 to 256 visible ASCII characters, without a space')
    .optional(),
  PARLEY_SECRET_KEY: z.string().refine(isSecretKey, 'must be 32 bytes in base64').optional(),
  PREVIOUS_SECRET_KEYS: list('must be 32 bytes in base64 each, with commas between', isSecretKey).optional(),
  ORGANIZER_EMAIL: z.email().optional(),
  ORGANIZER_NAME: z.string().default('Parley'),
  PRODUCT_NAME: z.string().min(1).max(80).default('Practice Session'),
  DECLINE_POLICY: z.enum(['strict', 'soft']).default('strict'),
  BOUNCE_POLICY: z.enum(['keep', 'cancel']).default('keep'),
  PROPOSAL_EXPIRY_HOURS: z.coerce.number().positive().max(2_160).default(48),
  REMINDER_MAIL_MINUTES: reminderMinutes().default([1_440]),
  REMINDER_ALARM_MINUTES: reminderMinutes().default([15]),
  NOTES_PAUSE_SECONDS: z.coerce.number().min(0).max(3_600).default(60),
  ONE_CLICK_LINKS: flag(false),
  ...calendarVariables,
  BOOKING_HOLD_SECONDS: z.coerce.number().min(1).max(3_600).default(600),
  BOOKING_PROOF_OF_WORK: z.enum(['on', 'off']).default('off'),
  ROOM_READY_BEFORE_SECONDS: seconds(60),
  ROOM_GRACE_SECONDS: seconds(900),
  ROOM_FORCE_CLOSE_SECONDS: seconds(1800),
  ROOM_UNSCHEDULED_SECONDS: z.coerce.number().min(1).max(10_000_000).default(28_800),
  VIDEO_PROVIDER: z.enum(['jitsi', 'daily', 'whereby']).default('jitsi'),
  VIDEO_BASE_URL: url(/^https?$/, 'https://parley.example.com').optional(),
  VIDEO_API_KEY: z.string().optional(),
  VIDEO_WEBHOOK_SECRET: z.string().min(1).optional(),
  MAIL_TAGS: flag(true),
  MAIL_TAG_SEPARATOR: z
    .string()
    .regex(/^[-+=_]{1,2}$/, 'must be one or two of + - = _')
    .default('+'),
  MAIL_CONNECTIONS: z.coerce.number().int().min(1).max(1_000).default(10),
  MAIL_DOMAIN_CONCURRENCY: z.coerce.number().int().min(1).max(1_000).default(5),
  MAIL_DOMAIN_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(0),
  WORKER_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  DKIM_KEY_FILE: z.string().optional(),
  DKIM_PRIVATE_KEY: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i, 'must be letters, digits, dots and dashes')
    .default('parley'),
  DKIM_DOMAIN: z.string().min(1).optional(),
  MAIL_RETRY_FIRST_SECONDS: seconds(5),
  MAIL_RETRY_LONGEST_SECONDS: seconds(900),
  MAIL_GIVE_UP_HOURS: z.coerce.number().positive().default(120),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  DEFAULT_LANGUAGE: z.string().default('en'),
  TEXTS_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

type Environment = z.output<typeof environmentSchema>;

/** The first tenant's mailbox where nobody's real mail leaves. */
const EMBEDDED_ORGANIZER = 'scheduling@parley.localhost';

/** The environment's flat names, arranged by the part of the program that needs them. */
export function arrange(env: Environment) {
  return {
    http: { host: env.HOST, port: env.PORT },
    bookingHoldMs: env.BOOKING_HOLD_SECONDS * 1000,
    bookingProofOfWork: env.BOOKING_PROOF_OF_WORK === 'on',
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    smtpIn: {
      host: env.SMTP_IN_HOST ?? env.HOST,
      hostIsDefault: env.SMTP_IN_HOST === undefined,
      port: env.SMTP_IN_PORT,
    },
    incomingMail: arrangeIncomingMail(env),
    feeds: arrangeFeeds(env),
    calendars: arrangeCalendars(env),
    feedWindow: arrangeFeedWindow(env),
    webhooks: arrangeWebhooks(env),
    reading: arrangeReading(env),
    retention: arrangeRetention(env),
    /** Bytes of mail that a tenant may be sent in a day (UTC); 0: any. */
    storedBytesPerDay: env.STORED_MB_PER_DAY * 1_000_000,
    limits: arrangeLimits(env),
    /** Undefined: the embedded PostgreSQL. */
    databaseUrl: env.DATABASE_URL,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    embedded: {
      host: env.HOST,
      /** The page of everybody’s mail, while our own catcher takes it. */
      devMailbox: env.DEV_MAILBOX === 'on',
      postgresPort: env.POSTGRES_PORT,
      temporalPort: env.TEMPORAL_PORT,
      temporalUiPort: env.TEMPORAL_UI_PORT,
      dataDir: resolve(env.PARLEY_DATA_DIR),
      cacheDir: cacheDirOf(env),
    },
    temporal: {
      /** Undefined: the embedded server. */
      address: env.TEMPORAL_ADDRESS,
      namespace: env.TEMPORAL_NAMESPACE,
      /** Where its pages are; undefined: those of the embedded server, or none. */
      uiUrl: env.TEMPORAL_UI_URL,
      apiKey: env.TEMPORAL_API_KEY,
      tls: env.TEMPORAL_TLS || env.TEMPORAL_API_KEY !== undefined,
      /** Before the name of each task queue, for installations that share a namespace. */
      taskQueuePrefix: env.TEMPORAL_TASK_QUEUE_PREFIX ?? '',
    },
    /** SMTP server for outgoing mail. Undefined: the embedded catcher. */
    mail: {
      smtpUrl: env.SMTP_URL,
      /** STARTTLS or no mail. Undefined: for every server but one on this machine. */
      requireTls: env.SMTP_REQUIRE_TLS,
      /** Connections to the mail server, of one worker. */
      connections: env.MAIL_CONNECTIONS,
      perDomain: env.MAIL_DOMAIN_CONCURRENCY,
      /** 0: as many as there are. */
      perDomainPerMinute: env.MAIL_DOMAIN_PER_MINUTE,
      /** Reply address and return path of each message's own; off for servers that take no sub-addresses. */
      tags: env.MAIL_TAGS,
      /** Between the mailbox and the tag. */
      tagSeparator: env.MAIL_TAG_SEPARATOR,
      /** What outgoing mail is signed with; without a key it is not. The embedded start makes one. */
      dkim: {
        keyFile: env.DKIM_KEY_FILE,
        privateKey: env.DKIM_PRIVATE_KEY,
        selector: env.DKIM_SELECTOR,
        /** Undefined: the domain of the organizer that a message is from. */
        domain: env.DKIM_DOMAIN,
      },
    },
    /** How patiently messages and rooms are tried. */
    delivery: {
      firstRetryMs: env.MAIL_RETRY_FIRST_SECONDS * 1000,
      longestRetryMs: env.MAIL_RETRY_LONGEST_SECONDS * 1000,
      giveUpMs: env.MAIL_GIVE_UP_HOURS * 3_600_000,
    },
    /** A fixed API key of the first tenant, for scripts. */
    apiKey: env.PARLEY_API_KEY,
    /** 32 bytes in base64; everything that is sealed or signed is derived from it. Undefined: the embedded start makes one. */
    secretKey: env.PARLEY_SECRET_KEY,
    /** Earlier ones, which only open the addresses of feeds and the secrets of webhooks until these are sealed anew. */
    previousSecretKeys: env.PREVIOUS_SECRET_KEYS ?? [],
    /** False: the address is one that only reaches the embedded catcher. */
    organizerIsGiven: env.ORGANIZER_EMAIL !== undefined,
    /** What the first tenant is made of; afterwards its row in `tenants` counts. */
    firstTenant: {
      organizerEmail: env.ORGANIZER_EMAIL ?? EMBEDDED_ORGANIZER,
      organizerName: env.ORGANIZER_NAME,
      productName: env.PRODUCT_NAME,
      policy: env.DECLINE_POLICY,
      proposalExpiryHours: env.PROPOSAL_EXPIRY_HOURS,
      oneClickLinks: env.ONE_CLICK_LINKS,
      mailMinutesBefore: env.REMINDER_MAIL_MINUTES,
      alarmMinutesBefore: env.REMINDER_ALARM_MINUTES,
    },
    /** What becomes of a meeting when an invitation to it comes back for good. */
    bouncePolicy: env.BOUNCE_POLICY,
    budgets: arrangeBudgets(env),
    /** Notes to one person that follow each other within this time become one mail. */
    notesPauseMs: env.NOTES_PAUSE_SECONDS * 1000,
    room: {
      readyBeforeMs: env.ROOM_READY_BEFORE_SECONDS * 1000,
      graceMs: env.ROOM_GRACE_SECONDS * 1000,
      forceCloseMs: env.ROOM_FORCE_CLOSE_SECONDS * 1000,
    },
    /** How long a meeting that is in no calendar stays open. */
    unscheduledMs: env.ROOM_UNSCHEDULED_SECONDS * 1000,
    video: {
      provider: env.VIDEO_PROVIDER,
      baseUrl: env.VIDEO_BASE_URL,
      apiKey: env.VIDEO_API_KEY,
      /** Undefined: the service sends no reports of who is inside. */
      webhookSecret: env.VIDEO_WEBHOOK_SECRET,
    },
    /** Words of mails and pages; the directory's files replace ours. */
    texts: {
      defaultLanguage: env.DEFAULT_LANGUAGE,
      directory: env.TEXTS_DIR === undefined ? undefined : resolve(env.TEXTS_DIR),
    },
    /** Undefined: the worker shows no metrics of its own. */
    workerMetricsPort: env.WORKER_METRICS_PORT,
    log: { level: env.LOG_LEVEL },
  };
}

export type Config = ReturnType<typeof arrange> & {
  /** What mail is read from, besides what is handed in. */
  mailboxes: MailboxConfig[];
};
