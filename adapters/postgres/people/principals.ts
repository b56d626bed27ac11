import type { Knex } from 'knex';
import { RoomNameTaken } from '../../../domain/principals/taken.ts';

/** Of a calendar user, as CUTYPE says it (RFC 5545 §3.2.3). */
export type PrincipalKind = 'individual' | 'room' | 'resource' | 'group';

export interface PrincipalAddress {
  /** As it was given; compared without case. */
  address: string;
  /** Where mail to them goes. */
  isPrimary: boolean;
  /** They have shown that they read its mail. */
  isVerified: boolean;
}

/** Who or what has a calendar and can be invited (RFC 3744 §2, RFC 6638 §2.4.2). */
export interface Principal {
  id: string;
  tenantId: string;
  kind: PrincipalKind;
  /** Null: a member who has told none. */
  name: string | null;
  /** IANA name. */
  timezone: string;
  /** BCP 47; null: the tenant's. */
  language: string | null;
  /** Whose room or resource it is. */
  ownerId: string | null;
  createdAt: Date;
  /** Of a resource: how many meetings have it at once; null: it is none. */
  capacity: number | null;
  /** The primary one first. */
  addresses: PrincipalAddress[];
  /** Of a group: who is in it, by id. */
  memberIds: string[];
  /** The groups that it is in. */
  groupIds: string[];
}

export interface NewPrincipal {
  id: string;
  tenantId: string;
  kind: PrincipalKind;
  name: string | null;
  /** UTC when absent. */
  timezone?: string | undefined;
  language?: string | null | undefined;
  ownerId?: string | null | undefined;
  /** Of a resource; 1 when absent. */
  capacity?: number | undefined;
}

/** What is left out stays. */
export interface PrincipalChanges {
  name?: string | null | undefined;
  timezone?: string | undefined;
  language?: string | null | undefined;
  ownerId?: string | undefined;
  capacity?: number | undefined;
}

/** What a row of `principals` gives. */
export const PRINCIPAL = `
  principal.id, principal.tenant_id AS "tenantId", principal.kind, principal.name, principal.timezone,
  principal.language, principal.owner_id AS "ownerId", principal.created_at AS "createdAt",
  CASE WHEN principal.kind = 'resource' THEN principal.capacity END AS capacity,
  ARRAY(SELECT json_build_object('address', address, 'isPrimary', is_primary, 'isVerified', verified_at IS NOT NULL)
          FROM principal_addresses entry WHERE entry.principal_id = principal.id
         ORDER BY is_primary DESC, created_at, address_key) AS addresses,
  ARRAY(SELECT member_id FROM group_members entry WHERE entry.group_id = principal.id ORDER BY member_id) AS "memberIds",
  ARRAY(SELECT group_id FROM group_members entry WHERE entry.member_id = principal.id ORDER BY group_id) AS "groupIds"`;

/** @returns null also when it is another tenant's */
export async function principalById(knex: Knex, tenantId: string, id: string): Promise<Principal | null> {
  const { rows } = await knex.raw<{ rows: Principal[] }>(
    `SELECT ${PRINCIPAL} FROM principals principal WHERE tenant_id = :tenantId AND id = :id AND deleted_at IS NULL`,
    { tenantId, id },
  );
  return rows[0] ?? null;
}

export interface PrincipalFilter {
  kind?: PrincipalKind | undefined;
  /** Whoever has this address. */
  address?: string | undefined;
  /** Those after this one, in the order in which they were made. */
  after?: string | undefined;
  limit: number;
}

/** Those of a tenant, in the order in which they were made. */
export async function listPrincipals(
  knex: Knex,
  tenantId: string,
  { kind, address, after, limit }: PrincipalFilter,
): Promise<Principal[]> {
  const { rows } = await knex.raw<{ rows: Principal[] }>(
    `SELECT ${PRINCIPAL} FROM principals principal
      WHERE tenant_id = :tenantId AND deleted_at IS NULL
        AND (CAST(:kind AS principal_kind) IS NULL OR kind = :kind)
        AND (CAST(:key AS text) IS NULL OR id = (SELECT principal_id FROM principal_addresses
                                                  WHERE tenant_id = :tenantId AND address_key = :key))
        AND (CAST(:after AS uuid) IS NULL
             OR (created_at, id) > (SELECT created_at, id FROM principals WHERE tenant_id = :tenantId AND id = :after))
      ORDER BY created_at, id
      LIMIT :limit`,
    {
      tenantId,
      kind: kind ?? null,
      key: address?.toLowerCase() ?? null,
      after: after ?? null,
      limit,
    },
  );
  return rows;
}

/** @returns false when the id is there already, or a room of that name */
export async function insertPrincipal(trx: Knex.Transaction, principal: NewPrincipal): Promise<boolean> {
  const inserted = await trx('principals')
    .insert({
      id: principal.id,
      tenant_id: principal.tenantId,
      kind: principal.kind,
      name: principal.name,
      timezone: principal.timezone ?? 'UTC',
      language: principal.language ?? null,
      owner_id: principal.ownerId ?? null,
      capacity: principal.capacity ?? 1,
    })
    .onConflict()
    .ignore()
    .returning<{ id: string }[]>('id');
  return inserted.length > 0;
}

/** @throws RoomNameTaken; the transaction can only be rolled back then */
export async function updatePrincipal(
  trx: Knex.Transaction,
  id: string,
  { name, timezone, language, ownerId, capacity }: PrincipalChanges,
): Promise<void> {
  const row = {
    ...(name !== undefined && { name }),
    ...(timezone !== undefined && { timezone }),
    ...(language !== undefined && { language }),
    ...(ownerId !== undefined && { owner_id: ownerId }),
    ...(capacity !== undefined && { capacity }),
  };
  if (Object.keys(row).length === 0) return;
  try {
    await trx('principals')
      .where({ id })
      .update({ ...row, updated_at: trx.fn.now() });
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'principals_room_name') throw new RoomNameTaken();
    throw error;
  }
}

/** Gives a member the role of an operator of their tenant, or takes it away; sessions that they have change with it. */
export const setOperates = async (knex: Knex, id: string, operates: boolean): Promise<void> =>
  void (await knex('principals')
    .where({ id, kind: 'individual' })
    .update({ operates, updated_at: knex.fn.now() }));

/** Puts exactly these into a group. @returns those of them that are no principals of the tenant, or groups; then nothing is changed */
export async function setGroupMembers(
  trx: Knex.Transaction,
  { tenantId, id }: { tenantId: string; id: string },
  memberIds: readonly string[],
): Promise<string[]> {
  const known: { id: string }[] = await trx('principals')
    .whereIn('id', memberIds)
    .where({ tenant_id: tenantId })
    .whereNot({ kind: 'group' })
    .select('id');
  const unknown = memberIds.filter((memberId) => !known.some((member) => member.id === memberId));
  if (unknown.length > 0) return unknown;
  await trx('group_members').where({ group_id: id }).delete();
  if (known.length > 0)
    await trx('group_members').insert(
      known.map((member) => ({ tenant_id: tenantId, group_id: id, member_id: member.id })),
    );
  return [];
}

/** What those of these ids are that are a tenant's. */
export async function kindsOf(
  knex: Knex,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, PrincipalKind>> {
  const rows: { id: string; kind: PrincipalKind }[] = await knex('principals')
    .whereIn('id', ids)
    .where({ tenant_id: tenantId, deleted_at: null })
    .select('id', 'kind');
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** Those of the ids that are of the tenant. */
export const knownPrincipals = (knex: Knex, tenantId: string, ids: readonly string[]): Promise<string[]> =>
  knex('principals').where({ tenant_id: tenantId }).whereNull('deleted_at').whereIn('id', ids).pluck('id');
