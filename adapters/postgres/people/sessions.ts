import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';
import { hashToken, looksLikeToken } from '../../secrets/token.ts';

/** A member who has shown that they read the mail of an address of theirs. */
export interface Session {
  tenantId: string;
  principalId: string;
  /** They have the role of an operator of their tenant. */
  operates: boolean;
}

/** @returns null when it is unknown, ended or expired */
export async function sessionByToken(
  knex: Knex,
  token: string | undefined,
  nowMs: Instant,
): Promise<Session | null> {
  if (!looksLikeToken(token)) return null;
  const found = await knex('sessions AS session')
    .join('principals AS principal', 'principal.id', 'session.principal_id')
    .where({ token_hash: hashToken(token) })
    .whereNull('ended_at')
    .where('expires_at', '>', new Date(nowMs))
    .first<Session | undefined>({
      tenantId: 'session.tenant_id',
      principalId: 'session.principal_id',
      operates: 'principal.operates',
    });
  return found ?? null;
}

/** Keeps a new session; those that ended long ago are forgotten. */
export async function beginSession(
  knex: Knex,
  session: Pick<Session, 'tenantId' | 'principalId'> & { token: string; nowMs: Instant; expiresMs: Instant },
): Promise<void> {
  await knex('sessions').insert({
    token_hash: hashToken(session.token),
    tenant_id: session.tenantId,
    principal_id: session.principalId,
    created_at: new Date(session.nowMs),
    expires_at: new Date(session.expiresMs),
  });
  await knex('sessions').where('expires_at', '<', new Date(session.nowMs)).delete();
}

/** Ends a session at once, wherever its cookie may be. */
export async function endSession(knex: Knex, token: string | undefined, nowMs: Instant): Promise<void> {
  if (!looksLikeToken(token)) return;
  await knex('sessions')
    .where({ token_hash: hashToken(token) })
    .whereNull('ended_at')
    .update({ ended_at: new Date(nowMs) });
}
