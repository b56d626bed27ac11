import type { Context } from 'koa';
import type { Scope } from '../../adapters/postgres/api-keys.ts';
import { isLink } from '../../adapters/postgres/links.ts';
import { firstTenant, tenantBySlug, type Tenant } from '../../adapters/postgres/tenants.ts';
import { hashToken } from '../../adapters/secrets/token.ts';
import { limitsOf } from '../limits/request.ts';
import type { ApiDeps } from '../deps.ts';
import { sessionToken } from '../rooms/session-cookie.ts';
import { NOBODY, visitorOf, type Visitor } from '../rooms/viewer.ts';
import { tenantOfKey } from './api-key.ts';
import type { RequestBody } from './body.ts';
import { invalidSignature, notConfigured, unauthorized } from './problems.ts';
import { Problem } from './problem.ts';
import { verifyMailgun, verifySendgrid, type Provider } from './provider-signature.ts';
import { verifyDaily, verifyWhereby } from './video-signature.ts';
import { verifyWebhook, webhookSecretOf } from './webhook-signature.ts';

/** What a caller has to show. */
export type Auth =
  | { kind: 'none' }
  | { kind: 'key'; scope: Scope }
  /** Nothing; what a key of the tenant (scope `meetings`) or an owner's session adds, the route decides by its visitor. */
  | { kind: 'anyone' }
  /** A key of the tenant (scope `meetings`), or an owner's session; whether of this room, the route looks. */
  | { kind: 'key-or-owner' }
  /** The token in the body is the authority: whoever has it may do what it is for. */
  | { kind: 'token' }
  | { kind: 'signature' }
  | { kind: 'signature-or-key'; scope: Scope }
  /** A mail or video provider's own signature, for all tenants. */
  | { kind: 'provider'; provider: Provider };

export interface Caller {
  tenant: Tenant | null;
  /** Who comes to a room; nobody in particular where the route is not about rooms. */
  visitor: Visitor;
  /** Whose Idempotency-Keys these are; null: nobody's whom we know, and none is kept. */
  idempotencyScope: string | null;
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
      return { tenant: null, visitor: NOBODY, idempotencyScope: null, deliveryId: null };
    case 'key':
      return byKey(auth.scope, deps, ctx);
    case 'anyone':
      return asVisitor(deps, ctx);
    case 'key-or-owner':
      return asOwner(deps, ctx);
    case 'token':
      return byToken(deps, ctx, body);
    case 'signature':
      return bySignature(deps, ctx, body);
    case 'signature-or-key':
      return ctx.get('webhook-signature') ? bySignature(deps, ctx, body) : byKey(auth.scope, deps, ctx);
    case 'provider':
      return byProvider(auth.provider, deps, ctx, body);
  }
}

const byKey = async (scope: Scope, deps: ApiDeps, ctx: Context): Promise<Caller> =>
  ofKey(ctx, await tenantOfKey(ctx, deps, scope));

async function asVisitor(deps: ApiDeps, ctx: Context): Promise<Caller> {
  const visitor = await visitorOf(ctx, deps);
  if (visitor.tenant) return ofKey(ctx, visitor.tenant);
  const scope = visitor.session
    ? `owner:${fingerprint(sessionToken(ctx, deps) ?? '')}`
    : `visitor:${fingerprint(limitsOf(ctx).client)}`;
  return { tenant: null, visitor, idempotencyScope: scope, deliveryId: null };
}

async function asOwner(deps: ApiDeps, ctx: Context): Promise<Caller> {
  const caller = await asVisitor(deps, ctx);
  if (!caller.visitor.tenant && !caller.visitor.session) throw unauthorized();
  return caller;
}

const fingerprint = (text: string): string => hashToken(text).toString('hex');

/** A token that opens nothing is refused by its route; until then nothing is written for it. */
async function byToken(deps: ApiDeps, ctx: Context, body: RequestBody): Promise<Caller> {
  const { token } = Object(await body.json()) as { token?: unknown };
  const text = typeof token === 'string' ? token : '';
  await limitsOf(ctx).countToken(text);
  const scope = (await isLink(deps.knex, text)) ? `token:${fingerprint(text)}` : null;
  return { tenant: null, visitor: NOBODY, idempotencyScope: scope, deliveryId: null };
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
  const common = {
    tenant: null,
    visitor: NOBODY,
    idempotencyScope: `provider:${provider}`,
    onlyOnce: true,
  } as const;
  switch (provider) {
    case 'mailgun':
      if (mailgunSigningKey === undefined) throw notConfigured('MAILGUN_SIGNING_KEY');
      return { ...common, deliveryId: await verifyMailgun(body, mailgunSigningKey, clock.nowMs()) };
    case 'sendgrid':
      if (sendgridPublicKeys === undefined) throw notConfigured('SENDGRID_PUBLIC_KEY');
      return { ...common, deliveryId: await verifySendgrid(ctx, body, sendgridPublicKeys, clock.nowMs()) };
    case 'daily':
    case 'whereby': {
      const { provider: configured, webhookSecret } = config.video;
      if (webhookSecret === undefined || configured !== provider) throw notConfigured('VIDEO_WEBHOOK_SECRET');
      const verify = provider === 'daily' ? verifyDaily : verifyWhereby;
      return { ...common, deliveryId: verify(ctx, await body.bytes(), webhookSecret, clock.nowMs()) };
    }
  }
}

/** Each key has Idempotency-Keys of its own: two programs of a tenant need not know of each other. */
const ofKey = (ctx: Context, tenant: Tenant): Caller => ({
  ...ofTenant(tenant, null),
  idempotencyScope: `key:${fingerprint(ctx.get('Authorization'))}`,
});

const ofTenant = (tenant: Tenant, deliveryId: string | null): Caller => ({
  tenant,
  visitor: { tenant, session: null },
  idempotencyScope: `tenant:${tenant.id}`,
  deliveryId,
});
