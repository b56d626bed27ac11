import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';
import { hashToken, looksLikeToken } from '../../secrets/token.ts';

/** Keeps the session of somebody who has shown a key; those that ended long ago are forgotten. @returns false when it is not for that */
export async function beginOperatorSession(
  knex: Knex,
  { key, token, nowMs, expiresMs }: { key: string; token: string; nowMs: Instant; expiresMs: Instant },
): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: unknown[] }>(
    `INSERT INTO operator_sessions (token_hash, tenant_id, api_key_id, created_at, expires_at)
     SELECT :token, tenant_id, id, :now, :expires FROM api_keys
      WHERE key_hash = :key AND revoked_at IS NULL AND 'operator' = ANY (scopes)
     RETURNING 1`,
    { token: hashToken(token), key: hashToken(key), now: new Date(nowMs), expires: new Date(expiresMs) },
  );
  await knex('operator_sessions').where('expires_at', '<', new Date(nowMs)).delete();
  return rows.length > 0;
}

/** Whose operations a session is for; null when it is unknown, ended or expired, or its key is revoked. @param token anything */
export async function operatorSessionByToken(
  knex: Knex,
  token: string | undefined,
  nowMs: Instant,
): Promise<{ tenantId: string } | null> {
  if (!looksLikeToken(token)) return null;
  const found = await knex('operator_sessions AS session')
    .join('api_keys AS key', 'key.id', 'session.api_key_id')
    .where({ token_hash: hashToken(token) })
    .whereNull('session.ended_at')
    .whereNull('key.revoked_at')
    .where('session.expires_at', '>', new Date(nowMs))
    .first<{ tenantId: string } | undefined>({ tenantId: 'session.tenant_id' });
  return found ?? null;
}

/** Ends a session at once, wherever its cookie may be. @param token anything */
export async function endOperatorSession(
  knex: Knex,
  token: string | undefined,
  nowMs: Instant,
): Promise<void> {
  if (!looksLikeToken(token)) return;
  await knex('operator_sessions')
    .where({ token_hash: hashToken(token) })
    .whereNull('ended_at')
    .update({ ended_at: new Date(nowMs) });
}
