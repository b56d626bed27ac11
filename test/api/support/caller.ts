import { createHmac, randomUUID } from 'node:crypto';
import type { Tenant } from '../../../adapters/postgres/tenants.ts';
import { webhookSecretOf } from '../../../api/middleware/webhook-signature.ts';
import { SECRET_KEY } from '../../support/world.ts';

/** What answers may carry; which of it, the test knows. */
export interface AnswerBody {
  code: string;
  problems: { path: string; message: string }[];
  roomId: string;
  uid: string;
  joinUrl: string;
  messageId: string;
  state: string;
  answers: Record<'host' | 'guest', { partstat: string; delivery: object | null }>;
  proposals: object[];
  timeline: { what: string; by: string; about?: string | null }[];
  room: { phase: string };
  /** Of /api/meetings. */
  id: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  attendees: { id: string; partstat: string }[];
  /** Of /api/bookings. */
  asksFor: { proposalId: string } | null;
  meetings: { id: string }[];
  next: string | null;
  links: { purpose: string; attendeeId: string; status: string }[];
  /** Of /api/webhooks. */
  secret: string;
  previousSecretUntil: string | null;
  deliveries: { id: string }[];
  eventId: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: AnswerBody;
}

/** Standard Webhooks: the headers that sign a body. */
export function signatureOf(
  tenantId: string,
  body: Buffer,
  about: { id?: string; atMs?: number } = {},
): Record<string, string> {
  const id = about.id ?? randomUUID();
  const timestamp = String(Math.floor((about.atMs ?? Date.now()) / 1000));
  const key = Buffer.from(webhookSecretOf(SECRET_KEY, tenantId).slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
}

/** Somebody with a tenant's API key and webhook secret. */
export class Caller {
  readonly url: string;
  readonly tenant: Tenant;
  readonly key: string;

  constructor(url: string, tenant: Tenant, key: string) {
    this.url = url;
    this.tenant = tenant;
    this.key = key;
  }

  get authorization(): Record<string, string> {
    return { Authorization: `Bearer ${this.key}` };
  }

  get = (path: string): Promise<Answer> => this.send(path, { headers: this.authorization });

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...this.authorization, ...headers },
    });
  }

  patch(path: string, body: unknown, headers: Record<string, string> = this.authorization): Promise<Answer> {
    return this.send(path, {
      method: 'PATCH',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  }

  put(path: string, body: unknown, headers: Record<string, string> = this.authorization): Promise<Answer> {
    return this.send(path, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  }

  delete = (path: string): Promise<Answer> =>
    this.send(path, { method: 'DELETE', headers: this.authorization });

  /** Hands a webhook in, signed with the tenant's secret. */
  deliver(path: string, body: Buffer, type: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(`${path}?tenant=${this.tenant.slug}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'Content-Type': type, ...signatureOf(this.tenant.id, body), ...headers },
    });
  }

  mail = (raw: Buffer | string): Promise<Answer> =>
    this.deliver('/api/imip/inbound', Buffer.from(raw), 'message/rfc822');

  async send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(this.url + path, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    const json = (isJson ? JSON.parse(text) : {}) as AnswerBody;
    return { status: response.status, headers: response.headers, text, json };
  }
}
