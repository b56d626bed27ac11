import type { TextValues } from '../texts/keys.ts';

/** What can be well or ill, in the order in which people look. */
export const PARTS = [
  'settings',
  'database',
  'temporal',
  'workers',
  'smtp',
  'imap',
  'dns',
  'pages',
  'video',
  'clock',
] as const;
export type Part = (typeof PARTS)[number];

/** `attention`: it works, and should be otherwise; `unused`: it is not needed, or cannot be asked. */
export type Health = 'fine' | 'attention' | 'broken' | 'unused';

/** Everything that a check can find: stable codes. What each says and what to do about it is in texts/en/health.json. */
const CODES = {
  'settings-fine': 'fine',
  'settings-wrong': 'broken',
  'settings-missing': 'broken',
  'database-fine': 'fine',
  'database-missing': 'broken',
  'database-unreachable': 'broken',
  'database-login-refused': 'broken',
  'database-role-missing': 'broken',
  'database-role-fine': 'fine',
  'migrations-fine': 'fine',
  'migrations-pending': 'broken',
  'temporal-fine': 'fine',
  'temporal-missing': 'broken',
  'temporal-unreachable': 'broken',
  'temporal-no-namespace': 'broken',
  'attributes-fine': 'fine',
  'attributes-missing': 'broken',
  'queue-fine': 'fine',
  'queue-unwatched': 'broken',
  'smtp-fine': 'fine',
  'smtp-caught': 'fine',
  'smtp-plain': 'attention',
  'smtp-missing': 'broken',
  'smtp-unreachable': 'broken',
  'smtp-no-tls': 'broken',
  'smtp-bad-certificate': 'broken',
  'smtp-login-refused': 'broken',
  'mailbox-none': 'unused',
  'mailbox-fine': 'fine',
  'mailbox-login-refused': 'broken',
  'mailbox-no-folder': 'broken',
  'mailbox-no-tls': 'broken',
  'mailbox-unreachable': 'broken',
  'dns-not-needed': 'unused',
  'dns-unknown': 'attention',
  'dkim-fine': 'fine',
  'dkim-no-key': 'attention',
  'dkim-outside': 'attention',
  'dkim-missing': 'broken',
  'dkim-different': 'broken',
  'spf-fine': 'fine',
  'spf-missing': 'broken',
  'spf-different': 'broken',
  'dmarc-fine': 'fine',
  'dmarc-missing': 'attention',
  'dmarc-different': 'attention',
  'pages-fine': 'fine',
  'pages-not-https': 'broken',
  'pages-unreachable': 'broken',
  'pages-of-another': 'broken',
  'video-fine': 'fine',
  'video-unreachable': 'attention',
  'video-key-refused': 'broken',
  'clock-fine': 'fine',
  'clock-differs': 'broken',
  'clock-unknown': 'unused',
  'needs-another': 'unused',
  'no-answer': 'broken',
  'check-failed': 'broken',
} as const satisfies Record<string, Health>;

export type HealthCode = keyof typeof CODES;
export const HEALTH_CODES = Object.keys(CODES) as HealthCode[];

/** What a check found; no secret and nobody's address is in it. */
export interface Finding {
  part: Part;
  code: HealthCode;
  health: Health;
  /** What of the part it is about: a queue, a mailbox, a domain; null: all of it. */
  subject: string | null;
  /** For the sentence about it. */
  values: TextValues;
}

export const found = (
  part: Part,
  code: HealthCode,
  { subject = null, ...values }: { subject?: string | null } & Record<string, string | number | null> = {},
): Finding => ({
  ...{ part, code, subject, health: CODES[code] },
  values: { subject: subject ?? '', ...(values as TextValues) },
});
