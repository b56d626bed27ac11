import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { issueWords } from './issue-words.ts';

const MEGABYTE = 1024 * 1024;

const url = z.url({ protocol: /^imaps?$/ }).refine(isDecodable, 'has a % that encodes nothing');
const oauth2 = z.strictObject({
  tokenUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string(),
  refreshToken: z.string().min(1),
  scope: z.string().optional(),
});
/** `$` and letters, as RFC 3501 §9 allows for a keyword, or `\Seen`, the one system flag that deletes or hides nothing. */
const flag = z
  .string()
  .regex(/^(\\Seen|\\Flagged|\\Answered|[$A-Za-z0-9._-]+)$/, 'must be a keyword or \\Seen');

const mailboxSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, 'must be small letters, digits, dots and dashes'),
    /** The account, as `imaps://user@host:993/FOLDER`; a password may stand in it. */
    url,
    password: z.string().min(1).optional(),
    oauth2: oauth2.optional(),
    handled: z
      .union([z.strictObject({ move: z.string().min(1) }), z.strictObject({ flag }), z.literal('none')])
      .default({ flag: '$ParleyHandled' }),
    sinceDays: z.number().min(0).max(3_650).default(14),
    pollSeconds: z.number().min(1).max(60).default(60),
    timeoutSeconds: z.number().min(1).max(600).default(60),
    largestMegabytes: z.number().positive().max(1_000).default(30),
    /** A file with the certificates (PEM) of who vouches for the server, instead of those that everybody trusts. */
    caFile: z.string().min(1).optional(),
  })
  .superRefine((entry, context) => {
    if (!URL.canParse(entry.url)) return;
    const { username, password } = new URL(entry.url);
    if (username === '') context.addIssue('the URL needs a user');
    if (password === '' && !entry.password && !entry.oauth2) context.addIssue('needs a password or oauth2');
  });

type MailboxEntry = z.output<typeof mailboxSchema>;

/** A mailbox that mail comes in through; the name of the one in IMAP_URL is `default`. Times in ms. */
export interface MailboxConfig {
  name: string;
  host: string;
  port: number;
  tls: 'implicit' | 'required' | 'opportunistic';
  ca?: string;
  user: string;
  auth: { password: string } | { oauth2: z.output<typeof oauth2> };
  folder: string;
  handled: MailboxEntry['handled'];
  firstSinceMs: number;
  pollMs: number;
  timeoutMs: number;
  largestBytes: number;
}

/**
 * The mailboxes to watch: the one in IMAP_URL and those in MAILBOXES_FILE (JSON, a list).
 *
 * @param problems receives a sentence for each problem, without a secret
 */
export function readMailboxes(
  env: { IMAP_URL?: string | undefined; MAILBOXES_FILE?: string | undefined },
  problems: string[],
): MailboxConfig[] {
  const entries: MailboxConfig[] = [];
  const add = (entry: unknown, at: string): void => {
    const parsed = mailboxSchema.safeParse(entry, { error: issueWords });
    if (!parsed.success) {
      problems.push(
        ...parsed.error.issues.map((issue) => `${[at, ...issue.path].join('.')}: ${issue.message}`),
      );
      return;
    }
    const ca = certificatesIn(parsed.data.caFile, `${at}.caFile`, problems);
    const mailbox = { ...arrangeMailbox(parsed.data), ...(ca !== undefined && { ca }) };
    if (entries.some((one) => one.name === mailbox.name)) problems.push(`${at}: the name is there twice`);
    entries.push(mailbox);
  };
  if (env.IMAP_URL !== undefined) add({ name: 'default', url: env.IMAP_URL }, 'IMAP_URL');
  listIn(env.MAILBOXES_FILE, problems).forEach((entry, at) => add(entry, `MAILBOXES_FILE.${at}`));
  return entries;
}

function listIn(file: string | undefined, problems: string[]): unknown[] {
  if (file === undefined) return [];
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(list)) return list;
    problems.push('MAILBOXES_FILE: must be a JSON list');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A syntax error quotes the text, and with it a password.
    problems.push(`MAILBOXES_FILE: ${code ? `cannot be read (${code})` : 'is not JSON'}`);
  }
  return [];
}

function certificatesIn(file: string | undefined, at: string, problems: string[]): string | undefined {
  if (file === undefined) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
    problems.push(`${at}: has no certificate`);
  } catch (error) {
    problems.push(`${at}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  return undefined;
}

function arrangeMailbox(entry: MailboxEntry): MailboxConfig {
  const { protocol, hostname, port, username, password, pathname } = new URL(entry.url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    name: entry.name,
    host,
    port: port === '' ? (protocol === 'imaps:' ? 993 : 143) : Number(port),
    tls: protocol === 'imaps:' ? 'implicit' : plainTls(host),
    user: decodeURIComponent(username),
    auth: entry.oauth2
      ? { oauth2: entry.oauth2 }
      : { password: entry.password ?? decodeURIComponent(password) },
    folder: decodeURIComponent(pathname.replace(/^\//, '')) || 'INBOX',
    handled: entry.handled,
    firstSinceMs: entry.sinceDays * 86_400_000,
    pollMs: entry.pollSeconds * 1000,
    timeoutMs: entry.timeoutSeconds * 1000,
    largestBytes: Math.floor(entry.largestMegabytes * MEGABYTE),
  };
}

/** A password never goes over a network in the clear. */
const plainTls = (host: string): 'opportunistic' | 'required' =>
  host === 'localhost' || host === '::1' || host.startsWith('127.') ? 'opportunistic' : 'required';

function isDecodable(url: string): boolean {
  try {
    const { username, password, pathname } = new URL(url);
    [username, password, pathname].forEach((part) => decodeURIComponent(part));
    return true;
  } catch {
    return false;
  }
}
