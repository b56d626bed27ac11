import type { Context } from 'koa';
import { hashToken } from '../../adapters/secrets/token.ts';
import { ANYONE, type Actor } from '../../policies/actor.ts';
import type { Action } from '../../policies/may.ts';
import { opensLink, signingTenant, type KeyHolder, type Tenant } from '../../queries/credentials.ts';
import type { ApiDeps } from '../deps.ts';
import { limitsOf } from '../limits/request.ts';
import { actorOfSession, sessionOf, sessionToken } from '../rooms/session-cookie.ts';
import { holderOf } from './api-key.ts';
import type { RequestBody } from './body.ts';
import { invalidSignature, notConfigured, unauthorized } from './problems.ts';
import { Problem } from './problem.ts';
import { verifyMailgun, verifySendgrid, type Provider } from './provider-signature.ts';
import { verifyDaily, verifyWhereby } from './video-signature.ts';
import { verifyWebhook, webhookSecretOf } from './webhook-signature.ts';

/** What a caller has to show. */
export type Auth =
  | { kind: 'none' }
  | { kind: 'key'; action: Action }
  /** Nothing; what a key of the tenant (scope `meetings`) or a session adds, the policy says. */
  | { kind: 'anyone' }
  /** A key of the tenant for that action (of the scope `meetings` when absent), or a session; what of, the policy says. */
  | { kind: 'key-or-session'; action?: Action }
  /** The token in the body is the authority: whoever has it may do what it is for. */
  | { kind: 'token' }
  | { kind: 'signature' }
  | { kind: 'signature-or-key'; action: Action }
  /** A mail or video provider's own signature, for all tenants. */
  | { kind: 'provider'; provider: Provider };

export interface Caller {
  tenant: Tenant | null;
  /** Who it is; nobody in particular where what they show is only good for this one request. */
  actor: Actor;
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
      return { tenant: null, actor: ANYONE, idempotencyScope: null, deliveryId: null };
    case 'key':
      return byKey(auth.action, deps, ctx);
    case 'anyone':
      return asAnyone(deps, ctx);
    case 'key-or-session':
      return asSomebody(auth.action, deps, ctx);
    case 'token':
      return byToken(deps, ctx, body);
    case 'signature':
      return bySignature(deps, ctx, body);
    case 'signature-or-key':
      return ctx.get('webhook-signature') ? bySignature(deps, ctx, body) : byKey(auth.action, deps, ctx);
    case 'provider':
      return byProvider(auth.provider, deps, ctx, body);
  }
}

const byKey = async (action: Action, deps: ApiDeps, ctx: Context): Promise<Caller> =>
  ofKey(ctx, await holderOf(ctx, deps, action));

/** @throws Problem unauthorized, forbidden: a key that is shown has to be right */
async function asAnyone(deps: ApiDeps, ctx: Context, action: Action = 'room.visit'): Promise<Caller> {
  if (ctx.get('Authorization')) return byKey(action, deps, ctx);
  const session = await sessionOf(ctx, deps);
  const scope = session
    ? `owner:${fingerprint(sessionToken(ctx, deps) ?? '')}`
    : `visitor:${fingerprint(limitsOf(ctx).client)}`;
  return { tenant: null, actor: actorOfSession(session), idempotencyScope: scope, deliveryId: null };
}

async function asSomebody(action: Action | undefined, deps: ApiDeps, ctx: Context): Promise<Caller> {
  const caller = await asAnyone(deps, ctx, action);
  if (caller.actor.kind === 'anyone') throw unauthorized();
  return caller;
}

const fingerprint = (text: string): string => hashToken(text).toString('hex');

/** A token that opens nothing is refused by its route; until then nothing is written for it. */
async function byToken(deps: ApiDeps, ctx: Context, body: RequestBody): Promise<Caller> {
  const { token } = Object(await body.json()) as { token?: unknown };
  const text = typeof token === 'string' ? token : '';
  await limitsOf(ctx).countToken(text);
  const scope = (await opensLink(deps, text)) ? `token:${fingerprint(text)}` : null;
  return { tenant: null, actor: ANYONE, idempotencyScope: scope, deliveryId: null };
}

async function bySignature(deps: ApiDeps, ctx: Context, body: RequestBody): Promise<Caller> {
  const slug = ctx.query.tenant;
  const tenant = await signingTenant(deps, typeof slug === 'string' ? slug : null);
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
    actor: ANYONE,
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
const ofKey = (ctx: Context, { tenant, actor }: KeyHolder): Caller => ({
  tenant,
  actor,
  idempotencyScope: `key:${fingerprint(ctx.get('Authorization'))}`,
  deliveryId: null,
});

/** Whoever signs with the tenant's secret reports answers, and nothing else. */
const ofTenant = (tenant: Tenant, deliveryId: string | null): Caller => ({
  tenant,
  actor: { kind: 'backend', tenantId: tenant.id, scopes: ['hooks'] },
  idempotencyScope: `tenant:${tenant.id}`,
  deliveryId,
});
