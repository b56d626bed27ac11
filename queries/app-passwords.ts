import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { holderOfKey } from '../adapters/postgres/api-keys.ts';
import { principalOfAddress } from '../adapters/postgres/people/addresses.ts';
import { appPasswordsOf, passwordOf, useAppPassword } from '../adapters/postgres/people/app-passwords.ts';
import { principalById } from '../adapters/postgres/people/principals.ts';
import type { AppPassword } from '../adapters/postgres/people/app-passwords.ts';
import { isPassword, readPassword } from '../adapters/secrets/password.ts';
import type { Actor } from '../policies/actor.ts';
import { permit } from '../policies/permit.ts';
import type { QueryDeps } from './deps.ts';

export type { AppPassword } from '../adapters/postgres/people/app-passwords.ts';

type Deps = Pick<QueryDeps, 'knex' | 'clock'>;
type Member = Extract<Actor, { kind: 'member' }>;

/** Those of somebody that work, the newest first. @throws NotPermitted */
export async function passwordsFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  { tenantId, principalId }: { tenantId: string; principalId: string },
): Promise<AppPassword[]> {
  permit(actor, 'app-passwords.change', await principalById(knex, tenantId, principalId), 'The principal');
  return appPasswordsOf(knex, { tenantId, principalId });
}

/** Whether a name and a password are right; `busy`: so many are being looked at that this one was not. */
export type SignIn = Member | 'wrong' | 'busy';

/** A password that was right is not hashed again for so long; whether it was ended is asked more often. */
const KNOWN_FOR_MS = 600_000;
const ASKED_EACH_MS = 2_000;
const MOST_KNOWN = 10_000;

interface Known {
  member: Member;
  /** Null: an API key. */
  passwordId: string | null;
  askedAtMs: number;
}

/**
 * Looks at names and passwords of programs, each of which shows them with every request. The password is one that was made for
 * the program, or an API key with the scope `calendars`, which acts for whoever has the address.
 */
export class PasswordDoor {
  readonly #deps: Deps;
  /** What is remembered of a password is of no use to whoever reads the memory of another process. */
  readonly #key = randomBytes(32);
  readonly #known = new LRUCache<string, Known>({ max: MOST_KNOWN, ttl: KNOWN_FOR_MS });

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @param address any of theirs, without regard to case; or the principal's id */
  async signIn(address: string, password: string): Promise<SignIn> {
    const name = createHmac('sha256', this.#key).update(`${address}\0${password}`).digest('base64');
    const known = this.#known.get(name);
    if (known && (await this.#stillWorks(known))) return known.member;
    this.#known.delete(name);
    const found = password.startsWith('pk_')
      ? await this.#byKey(address, password)
      : await this.#byPassword(address, password);
    if (typeof found === 'string') return found;
    this.#known.set(name, { ...found, askedAtMs: this.#deps.clock.nowMs() });
    return found.member;
  }

  async #stillWorks(known: Known): Promise<boolean> {
    const nowMs = this.#deps.clock.nowMs();
    if (Math.abs(nowMs - known.askedAtMs) < ASKED_EACH_MS) return true;
    if (known.passwordId === null) return false;
    known.askedAtMs = nowMs;
    return useAppPassword(this.#deps.knex, known.passwordId, nowMs);
  }

  async #byPassword(address: string, text: string): Promise<Omit<Known, 'askedAtMs'> | 'wrong' | 'busy'> {
    const read = readPassword(text);
    const stored = read && (await passwordOf(this.#deps.knex, address, read.selector));
    if (!read || !stored) return 'wrong';
    const isRight = await isPassword(read.password, stored);
    if (isRight === null) return 'busy';
    if (!isRight || !(await useAppPassword(this.#deps.knex, stored.id, this.#deps.clock.nowMs())))
      return 'wrong';
    const { tenantId, principalId, operates } = stored;
    return { member: { kind: 'member', tenantId, principalId, operates }, passwordId: stored.id };
  }

  async #byKey(address: string, key: string): Promise<Omit<Known, 'askedAtMs'> | 'wrong'> {
    const holder = await holderOfKey(this.#deps.knex, key);
    if (!holder?.scopes.includes('calendars')) return 'wrong';
    const tenantId = holder.tenant.id;
    const principal = await principalOfAddress(this.#deps.knex, tenantId, address);
    if (!principal) return 'wrong';
    return { member: { kind: 'member', tenantId, principalId: principal.id }, passwordId: null };
  }
}
