import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound-ports.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { OwnerSignIn } from '../../../workflows/delivery/messages.ts';
import { hashToken, looksLikeToken } from '../../secrets/token.ts';
import { beginOwnerSession } from './owner-sessions.ts';

const MINUTE_MS = 60_000;
const LINK_LIVES_MS = 60 * MINUTE_MS;

/** How many links may be asked for, so that nobody's mailbox is filled by somebody else. */
const LIMITS = {
  owner: { links: 3, withinMs: 15 * MINUTE_MS },
  tenant: { links: 200, withinMs: 60 * MINUTE_MS },
} as const;

export interface SignInRequest {
  /** As it was typed. */
  email: string;
  /** The room that they came from; null: none, or an unknown one. */
  room: { id: string; tenantId: string } | null;
  /** BCP 47. */
  language: string;
  nowMs: Instant;
}

/**
 * Writes down that an owner wants to sign in, and to the outbox that the link has to be mailed: one in each tenant
 * where the address owns rooms. An address that owns none, and one that has asked too often, leads to nothing.
 */
export async function requestSignIn(knex: Knex, request: SignInRequest): Promise<PendingEvent[]> {
  const { room } = request;
  const owners: Owner[] = await knex('rooms')
    .where({ owner_key: request.email.trim().toLowerCase(), ...(room && { tenant_id: room.tenantId }) })
    .groupBy('tenant_id', 'owner_key')
    .select({ tenantId: 'tenant_id', ownerKey: 'owner_key' })
    // The mail goes to the address as the room has it, not as a stranger typed it.
    .min('owner_email AS email');
  const pending: PendingEvent[] = [];
  for (const owner of owners) pending.push(...(await requestIn(knex, owner, request)));
  return pending;
}

interface Owner {
  tenantId: string;
  ownerKey: string;
  email: string;
}

const requestIn = (
  knex: Knex,
  owner: Owner,
  { room, language, nowMs }: SignInRequest,
): Promise<PendingEvent[]> =>
  knex.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `owner sign-in ${owner.tenantId} ${owner.ownerKey}`,
    ]);
    if (await askedTooOften(trx, owner, nowMs)) return [];
    const id = randomUUID();
    const event: OwnerSignIn = {
      type: 'owner-sign-in',
      key: `owner-sign-in/${id}`,
      signInId: id,
      atMs: nowMs,
    };
    await trx('owner_sign_ins').insert({
      id,
      tenant_id: owner.tenantId,
      owner_email: owner.email,
      room_id: room?.id ?? null,
      language,
      created_at: new Date(nowMs),
      expires_at: new Date(nowMs + LINK_LIVES_MS),
    });
    await trx('outbox').insert({
      tenant_id: owner.tenantId,
      uid: event.key,
      event_key: event.key,
      event: JSON.stringify(event),
    });
    return [{ uid: event.key, event }];
  });

async function askedTooOften(trx: Knex.Transaction, owner: Owner, nowMs: Instant): Promise<boolean> {
  const asked = (withinMs: number, of: object) =>
    trx('owner_sign_ins')
      .where({ tenant_id: owner.tenantId, ...of })
      .where('created_at', '>', new Date(nowMs - withinMs))
      .count<{ count: string }[]>('* AS count')
      .then(([row]) => Number(row?.count ?? 0));
  return (
    (await asked(LIMITS.owner.withinMs, { owner_key: owner.ownerKey })) >= LIMITS.owner.links ||
    (await asked(LIMITS.tenant.withinMs, {})) >= LIMITS.tenant.links
  );
}

/** What a sign-in link is good for. */
export interface SignInLink {
  ownerEmail: string;
  tenantProductName: string;
  tenantLanguage: string | null;
  state: 'open' | 'used' | 'expired';
}

/** Looks a link up and changes nothing; null when it is unknown. */
export async function signInLink(knex: Knex, token: string, nowMs: Instant): Promise<SignInLink | null> {
  if (!looksLikeToken(token)) return null;
  const row = await knex('owner_sign_ins AS sign_in')
    .join('tenants AS tenant', 'tenant.id', 'sign_in.tenant_id')
    .where({ token_hash: hashToken(token) })
    .first<(Omit<SignInLink, 'state'> & { used: Date | null; expires: Date }) | undefined>({
      ownerEmail: 'sign_in.owner_email',
      tenantProductName: 'tenant.product_name',
      tenantLanguage: 'tenant.language',
      used: 'sign_in.used_at',
      expires: 'sign_in.expires_at',
    });
  if (!row) return null;
  const { used, expires, ...link } = row;
  return { ...link, state: used ? 'used' : expires.getTime() <= nowMs ? 'expired' : 'open' };
}

/**
 * Spends the link and begins the session, both or neither. A link is spent once, however many press at once.
 *
 * @returns the name of the room to go to (null: to all of them); null when the link is unknown, used or expired
 */
export const signIn = (
  knex: Knex,
  {
    token,
    session,
    nowMs,
  }: { token: string; session: { token: string; expiresMs: Instant }; nowMs: Instant },
): Promise<{ room: string | null } | null> =>
  knex.transaction(async (trx) => {
    if (!looksLikeToken(token)) return null;
    const [spent] = await trx('owner_sign_ins')
      .where({ token_hash: hashToken(token) })
      .whereNull('used_at')
      .where('expires_at', '>', new Date(nowMs))
      .update({ used_at: new Date(nowMs) })
      .returning<{ tenant_id: string; owner_key: string; room_id: string | null }[]>([
        'tenant_id',
        'owner_key',
        'room_id',
      ]);
    if (!spent) return null;
    const { tenant_id: tenantId, owner_key: ownerKey } = spent;
    await beginOwnerSession(trx, { tenantId, ownerKey, ...session, nowMs });
    const room = await trx('rooms')
      .where({ id: spent.room_id, owner_key: ownerKey })
      .first<{ name: string } | undefined>('name');
    return { room: room?.name ?? null };
  });
