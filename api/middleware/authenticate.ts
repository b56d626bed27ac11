import type { Context } from 'koa';
import { holderOfKey, type Scope } from '../../adapters/postgres/api-keys.ts';
import { firstTenant, tenantBySlug, type Tenant } from '../../adapters/postgres/tenants.ts';
import { hashToken } from '../../adapters/secrets/token.ts';
import type { ApiDeps } from '../deps.ts';
import type { RequestBody } from './body.ts';
import { forbidden, invalidSignature, notConfigured, unauthorized } from './problems.ts';
import { Problem } from './problem.ts';
import { verifyMailgun, verifySendgrid, type Provider } from './provider-signature.ts';
import { verifyWebhook, webhookSecretOf } from './webhook-signature.ts';

/** What a caller has to show. */
export type Auth =
  | { kind: 'none' }
  | { kind: 'key'; scope: Scope }
  /** The token in the body is the authority: whoever has it may do what it is for. */
  | { kind: 'token' }
  | { kind: 'signature' }
  | { kind: 'signature-or-key'; scope: Scope }
  /** A mail provider's own signature, for all tenants. */
  | { kind: 'provider'; provider: Provider };

export interface Caller {
  tenant: Tenant | null;
  /** Whose Idempotency-Keys these are. */
  idempotencyScope: string;
  /** The webhook's own id: the same when it is delivered again. */
  deliveryId: string | null;
  /** The delivery is executed once, whatever Idempotency-Key comes with it. */
  onlyOnce?: true;
}

/** @throws Problem unauthorized, forbidden, invalid-signature, not-configured */
export async function authenticate(
  auth: Auth,
  deps: ApiDeps,
  ctx: Context,
  body: RequestBody,
): Promise<Caller> {
  try {
    return await callerOf(auth, deps, ctx, body);
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      deps.metrics.refusedCredentials.inc({ kind: error.code === 'invalid-signature' ? 'signature' : 'key' });
    }
    throw error;
  }
}

function callerOf(auth: Auth, deps: ApiDeps, ctx: Context, body: RequestBody): Promise<Caller> | Caller {
  switch (auth.kind) {
    case 'none':
      return { tenant: null, idempotencyScope: '', deliveryId: null };
    case 'key':
      return byKey(auth.scope, deps, ctx);
    case 'token':
      return byToken(body);
    case 'signature':
      return bySignature(deps, ctx, body);
    case 'signature-or-key':
      return ctx.get('webhook-signature') ? bySignature(deps, ctx, body) : byKey(auth.scope, deps, ctx);
    case 'provider':
      return byProvider(auth.provider, deps, ctx, body);
  }
}

async function byKey(scope: Scope, deps: ApiDeps, ctx: Context): Promise<Caller> {
  const key = /^Bearer +([\x21-\x7e]{1,256})$/i.exec(ctx.get('Authorization'))?.[1];
  if (!key) throw unauthorized();
  const holder = await holderOfKey(deps.knex, key);
  if (!holder) throw unauthorized();
  if (!holder.scopes.includes(scope)) throw forbidden(scope);
  return ofTenant(holder.tenant, null);
}

async function byToken(body: RequestBody): Promise<Caller> {
  const { token } = Object(await body.json()) as { token?: unknown };
  const text = typeof token === 'string' ? token : '';
  return { tenant: null, idempotencyScope: `token:${hashToken(text).toString('hex')}`, deliveryId: null };
}

async function bySignature(deps: ApiDeps, ctx: Context, body: RequestBody): Promise<Caller> {
  const slug = ctx.query.tenant;
  const tenant =
    typeof slug === 'string' ? await tenantBySlug(deps.knex, slug) : await firstTenant(deps.knex);
  const { secretKey } = deps.config;
  // An unknown tenant looks like a wrong secret: who the tenants are is nobody's business.
  if (!tenant || !secretKey) throw invalidSignature('No signature fits the body.');
  const secret = webhookSecretOf(secretKey, tenant.id);
  const id = verifyWebhook(ctx, await body.bytes(), secret, deps.clock.nowMs());
  return ofTenant(tenant, id);
}

async function byProvider(
  provider: Provider,
  { config, clock }: ApiDeps,
  ctx: Context,
  body: RequestBody,
): Promise<Caller> {
  const { mailgunSigningKey, sendgridPublicKeys } = config.incomingMail.providers;
  const common = { tenant: null, idempotencyScope: `provider:${provider}`, onlyOnce: true } as const;
  switch (provider) {
    case 'mailgun':
      if (mailgunSigningKey === undefined) throw notConfigured('MAILGUN_SIGNING_KEY');
      return { ...common, deliveryId: await verifyMailgun(body, mailgunSigningKey, clock.nowMs()) };
    case 'sendgrid':
      if (sendgridPublicKeys === undefined) throw notConfigured('SENDGRID_PUBLIC_KEY');
      return { ...common, deliveryId: await verifySendgrid(ctx, body, sendgridPublicKeys, clock.nowMs()) };
  }
}

const ofTenant = (tenant: Tenant, deliveryId: string | null): Caller => ({
  tenant,
  idempotencyScope: `tenant:${tenant.id}`,
  deliveryId,
});
