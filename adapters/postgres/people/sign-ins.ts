import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { SignIn } from '../../../workflows/delivery/messages.ts';
import { hashToken, looksLikeToken } from '../../secrets/token.ts';
import { appendToOutbox } from '../outbox.ts';
import { verifyAddress } from './addresses.ts';
import { beginSession } from './sessions.ts';

const MINUTE_MS = 60_000;
const LINK_LIVES_MS = 60 * MINUTE_MS;

/** How many links may be asked for, so that nobody's mailbox is filled by somebody else. */
const LIMITS = {
  member: { links: 3, withinMs: 15 * MINUTE_MS },
  tenant: { links: 200, withinMs: 60 * MINUTE_MS },
} as const;

export interface SignInRequest {
  /** As it was typed. */
  email: string;
  /** The room that they came from; null: none, or an unknown one. */
  room: { id: string; tenantId: string } | null;
  /** Where they go besides; absent: to their rooms. */
  to?: SignIn['to'] | undefined;
  /** BCP 47. */
  language: string;
  nowMs: Instant;
}

/**
 * Writes down that a member wants to sign in, and to the outbox that the link has to be mailed: one in each tenant where
 * the address is a member's. An address of nobody, and one that has asked too often, leads to nothing.
 */
export async function requestSignIn(knex: Knex, request: SignInRequest): Promise<PendingEvent[]> {
  const { room } = request;
  const members: Member[] = await knex('principal_addresses AS entry')
    .join('principals AS principal', 'principal.id', 'entry.principal_id')
    .where({ address_key: request.email.trim().toLowerCase(), kind: 'individual' })
    .modify((query) => void (room && query.where('entry.tenant_id', room.tenantId)))
    // The mail goes to the address as it is known, not as a stranger typed it.
    .select({ tenantId: 'entry.tenant_id', principalId: 'principal.id', address: 'entry.address' });
  const pending: PendingEvent[] = [];
  for (const member of members) pending.push(...(await requestIn(knex, member, request)));
  return pending;
}

interface Member {
  tenantId: string;
  principalId: string;
  address: string;
}

const requestIn = (
  knex: Knex,
  member: Member,
  { room, to, language, nowMs }: SignInRequest,
): Promise<PendingEvent[]> =>
  knex.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`sign-in ${member.principalId}`]);
    if (await askedTooOften(trx, member, nowMs)) return [];
    const id = randomUUID();
    const event: SignIn = {
      type: 'sign-in',
      key: `sign-in/${id}`,
      signInId: id,
      atMs: nowMs,
      ...(to && { to }),
    };
    await trx('sign_ins').insert({
      id,
      tenant_id: member.tenantId,
      principal_id: member.principalId,
      address: member.address,
      room_id: room?.id ?? null,
      language,
      created_at: new Date(nowMs),
      expires_at: new Date(nowMs + LINK_LIVES_MS),
    });
    return appendToOutbox(trx, member.tenantId, [{ uid: event.key, event }]);
  });

async function askedTooOften(
  trx: Knex.Transaction,
  { tenantId, principalId }: Member,
  nowMs: Instant,
): Promise<boolean> {
  const asked = (withinMs: number, of: object) =>
    trx('sign_ins')
      .where({ tenant_id: tenantId, ...of })
      .where('created_at', '>', new Date(nowMs - withinMs))
      .count<{ count: string }[]>('* AS count')
      .then(([row]) => Number(row?.count ?? 0));
  return (
    (await asked(LIMITS.member.withinMs, { principal_id: principalId })) >= LIMITS.member.links ||
    (await asked(LIMITS.tenant.withinMs, {})) >= LIMITS.tenant.links
  );
}

/** What a sign-in link is good for. */
export interface SignInLink {
  address: string;
  tenantProductName: string;
  tenantLanguage: string | null;
  state: 'open' | 'used' | 'expired';
}

/** Looks a link up and changes nothing; null when it is unknown. */
export async function signInLink(knex: Knex, token: string, nowMs: Instant): Promise<SignInLink | null> {
  if (!looksLikeToken(token)) return null;
  const row = await knex('sign_ins AS sign_in')
    .join('tenants AS tenant', 'tenant.id', 'sign_in.tenant_id')
    .where({ token_hash: hashToken(token) })
    .first<(Omit<SignInLink, 'state'> & { used: Date | null; expires: Date }) | undefined>({
      address: 'sign_in.address',
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
 * @returns the name of the room to go to (null: to all of them), and whether they operate; null when the link is unknown,
 *   used or expired
 */
export const signIn = (
  knex: Knex,
  {
    token,
    session,
    nowMs,
  }: { token: string; session: { token: string; expiresMs: Instant }; nowMs: Instant },
): Promise<{ room: string | null; operates: boolean } | null> =>
  knex.transaction(async (trx) => {
    if (!looksLikeToken(token)) return null;
    const [spent] = await trx('sign_ins')
      .where({ token_hash: hashToken(token) })
      .whereNull('used_at')
      .where('expires_at', '>', new Date(nowMs))
      .update({ used_at: new Date(nowMs) })
      .returning(['tenant_id', 'principal_id', 'address', 'room_id']);
    if (!spent) return null;
    const { tenant_id: tenantId, principal_id: principalId } = spent;
    await verifyAddress(trx, { principalId }, spent.address, nowMs);
    await beginSession(trx, { tenantId, principalId, ...session, nowMs });
    const room = await trx('principals')
      .where('id', spent.room_id)
      .where({ owner_id: principalId, deleted_at: null })
      .first('name');
    const member = await trx('principals').where({ id: principalId }).first('operates');
    return { room: room?.name ?? null, operates: member?.operates ?? false };
  });
