import { createPublicKey } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { isDomain, isNetwork, list } from './variable-kinds.ts';

/** `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`, `[2001:db8::53]:5353`. */
function isDnsServer(text: string): boolean {
  const [, address = text, port = '53'] = /^\[?([^[\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (isIP(text) !== 0) return true;
  return isIP(address) !== 0 && Number(port) >= 1 && Number(port) <= 65_535;
}

function isPublicKey(base64: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

/** The variables about mail that comes in, and whom to believe. */
export const incomingMailVariables = {
  SMTP_IN_MAX_BYTES: z.coerce.number().int().min(10_000).max(1_000_000_000).default(31_457_280),
  SMTP_IN_TLS_CERT_FILE: z.string().optional(),
  SMTP_IN_TLS_KEY_FILE: z.string().optional(),
  LMTP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  MAIL_DOMAINS: list(
    'must be domains with commas between, or *',
    (item) => item === '*' || isDomain(item),
  ).optional(),
  TRUSTED_RELAYS: list(
    'must be addresses or networks like 10.0.0.0/8, with commas between',
    isNetwork,
  ).optional(),
  MAIL_AUTH: z.enum(['enforce', 'report', 'off']).optional(),
  MAIL_AUTHSERV_IDS: list('must be names with commas between', isDomain).optional(),
  MAIL_TRUSTED_SEALERS: list('must be domains with commas between', isDomain).optional(),
  DNS_SERVERS: list(
    'must be addresses, each with or without :port, with commas between',
    isDnsServer,
  ).optional(),
  MAILGUN_SIGNING_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  SENDGRID_PUBLIC_KEY: list(
    'must be the P-256 key in base64, or several with commas between',
    isPublicKey,
  ).optional(),
};

type Environment = z.output<z.ZodObject<typeof incomingMailVariables>>;

/** Whose recipients are taken: these domains', those of the tenants' organizer mailboxes, or anybody's. */
export type RecipientDomains = readonly string[] | 'tenants' | 'any';

export function arrangeIncomingMail(env: Environment) {
  const { SMTP_IN_TLS_CERT_FILE: certFile, SMTP_IN_TLS_KEY_FILE: keyFile } = env;
  const named: RecipientDomains = env.MAIL_DOMAINS ?? 'tenants';
  return {
    /** The largest message that is taken over SMTP and LMTP. */
    largestMessageBytes: env.SMTP_IN_MAX_BYTES,
    /** Undefined: no STARTTLS. */
    tls: certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined,
    /** Undefined: no LMTP. */
    lmtpPort: env.LMTP_PORT,
    recipientDomains: Array.isArray(named) && named.includes('*') ? ('any' as const) : named,
    /** Servers of ours, addresses or networks: what they hand over was taken in and checked by them. */
    trustedRelays: env.TRUSTED_RELAYS ?? [],
    auth: {
      mode: env.MAIL_AUTH ?? ('enforce' as const),
      /** Nobody has chosen a mode. */
      modeIsDefault: env.MAIL_AUTH === undefined,
      /** What our own mail server calls itself in Authentication-Results. */
      authservIds: env.MAIL_AUTHSERV_IDS ?? [],
      trustedSealers: env.MAIL_TRUSTED_SEALERS ?? [],
      /** Empty: the system's. */
      dnsServers: env.DNS_SERVERS ?? [],
    },
    /** Each undefined: this provider's webhooks are refused. */
    providers: { mailgunSigningKey: env.MAILGUN_SIGNING_KEY, sendgridPublicKeys: env.SENDGRID_PUBLIC_KEY },
  };
}

/** Variables that need each other. */
export function incomingMailProblems(present: Record<string, string | undefined>): string[] {
  const pair = ['SMTP_IN_TLS_CERT_FILE', 'SMTP_IN_TLS_KEY_FILE'];
  const [missing] = pair.filter((name) => !present[name]);
  const isHalf = pair.filter((name) => present[name]).length === 1;
  return isHalf ? [`${missing}: is needed for STARTTLS, together with the other of the two`] : [];
}
