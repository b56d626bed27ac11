import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';

/** A password of one program, without itself. */
export interface AppPassword {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

interface Owned {
  tenantId: string;
  principalId: string;
}

export async function insertAppPassword(
  trx: Knex,
  { tenantId, principalId }: Owned,
  {
    id,
    name,
    selector,
    salt,
    hash,
  }: { id: string; name: string; selector: string; salt: Buffer; hash: Buffer },
): Promise<void> {
  await trx('app_passwords').insert({
    id,
    tenant_id: tenantId,
    principal_id: principalId,
    name,
    selector,
    salt,
    hash,
  });
}

/** Those that work, the newest first. */
export const appPasswordsOf = (knex: Knex, { tenantId, principalId }: Owned): Promise<AppPassword[]> =>
  knex('app_passwords')
    .where({ tenant_id: tenantId, principal_id: principalId })
    .whereNull('revoked_at')
    .orderBy('created_at', 'desc')
    .select<AppPassword[]>({ id: 'id', name: 'name', createdAt: 'created_at', lastUsedAt: 'last_used_at' });

/** Ends one at once. @returns false: there is none of that id that works */
export async function revokeAppPassword(
  trx: Knex,
  { tenantId, principalId }: Owned,
  id: string,
): Promise<boolean> {
  const ended = await trx('app_passwords')
    .where({ tenant_id: tenantId, principal_id: principalId })
    .whereRaw('id::text = ?', [id])
    .whereNull('revoked_at')
    .update({ revoked_at: trx.fn.now() });
  return ended > 0;
}

export interface StoredPassword extends Owned {
  id: string;
  salt: Buffer;
  hash: Buffer;
  operates: boolean;
}

/** The one that begins so, of whoever has the address. @param address compared without case; or the principal's id */
export async function passwordOf(
  knex: Knex,
  address: string,
  selector: string,
): Promise<StoredPassword | null> {
  const found = await knex('app_passwords AS entry')
    .join('principals AS principal', 'principal.id', 'entry.principal_id')
    .where({ 'entry.selector': selector })
    .whereNull('entry.revoked_at')
    .whereNull('principal.deleted_at')
    .whereRaw(
      `(principal.id::text = :address OR EXISTS (
          SELECT FROM principal_addresses theirs WHERE theirs.principal_id = principal.id AND theirs.address_key = :address))`,
      { address: address.trim().toLowerCase() },
    )
    .first<StoredPassword | undefined>({
      id: 'entry.id',
      tenantId: 'entry.tenant_id',
      principalId: 'entry.principal_id',
      salt: 'entry.salt',
      hash: 'entry.hash',
      operates: 'principal.operates',
    });
  return found ?? null;
}

/** Whether it still works; notes that it was used, to the hour. */
export async function useAppPassword(knex: Knex, id: string, nowMs: Instant): Promise<boolean> {
  const row = await knex('app_passwords AS entry')
    .join('principals AS principal', 'principal.id', 'entry.principal_id')
    .where({ 'entry.id': id })
    .whereNull('entry.revoked_at')
    .whereNull('principal.deleted_at')
    .first<{ lastUsedAt: Date | null } | undefined>({ lastUsedAt: 'entry.last_used_at' });
  if (!row) return false;
  if ((row.lastUsedAt?.getTime() ?? 0) < nowMs - NOTED_EACH_MS)
    await knex('app_passwords')
      .where({ id })
      .update({ last_used_at: new Date(nowMs) });
  return true;
}

const NOTED_EACH_MS = 3_600_000;
