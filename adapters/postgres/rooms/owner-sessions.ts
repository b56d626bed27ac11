import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';
import { hashToken, looksLikeToken } from '../../secrets/token.ts';

/** A person who has shown that they read the mail of an address which owns rooms of a tenant. */
export interface OwnerSession {
  tenantId: string;
  /** The address in lower case. */
  ownerKey: string;
}

/** @returns null when it is unknown, ended or expired */
export async function ownerSession(
  knex: Knex,
  token: string | undefined,
  nowMs: Instant,
): Promise<OwnerSession | null> {
  if (!looksLikeToken(token)) return null;
  const found = await knex('owner_sessions')
    .where({ token_hash: hashToken(token) })
    .whereNull('ended_at')
    .where('expires_at', '>', new Date(nowMs))
    .first<OwnerSession | undefined>({ tenantId: 'tenant_id', ownerKey: 'owner_key' });
  return found ?? null;
}

/** Keeps a new session; those that ended long ago are forgotten. */
export async function beginOwnerSession(
  knex: Knex,
  session: OwnerSession & { token: string; nowMs: Instant; expiresMs: Instant },
): Promise<void> {
  await knex('owner_sessions').insert({
    token_hash: hashToken(session.token),
    tenant_id: session.tenantId,
    owner_key: session.ownerKey,
    created_at: new Date(session.nowMs),
    expires_at: new Date(session.expiresMs),
  });
  await knex('owner_sessions').where('expires_at', '<', new Date(session.nowMs)).delete();
}

/** Ends a session at once, wherever its cookie may be. */
export async function endOwnerSession(knex: Knex, token: string | undefined, nowMs: Instant): Promise<void> {
  if (!looksLikeToken(token)) return;
  await knex('owner_sessions')
    .where({ token_hash: hashToken(token) })
    .whereNull('ended_at')
    .update({ ended_at: new Date(nowMs) });
}
