import { randomUUID } from 'node:crypto';
import { IANAZone } from 'luxon';
import { setOperates, type Principal } from '../../adapters/postgres/people/principals.ts';
import { changePrincipal } from '../../commands/principals/change-principal.ts';
import { createPrincipal } from '../../commands/principals/create-principal.ts';
import { InvalidInput } from '../../commands/invalid-input.ts';
import { AddressTaken } from '../../domain/principals/taken.ts';
import type { Actor } from '../../policies/actor.ts';
import { principalsFor } from '../../queries/principals.ts';
import { CliError } from '../errors.ts';
import { mailAddress } from '../mail-address.ts';
import { say } from '../output.ts';
import { sayTable, type Columns } from '../table.ts';
import type { OneOptions } from '../operating-options.ts';
import { languageOf } from './language-option.ts';
import { memberBy } from './member-by.ts';
import { tenantFor, withDatabase } from './with-tenants.ts';

const OPERATOR: Actor = { kind: 'operator' };
/** So many are read at a time. */
const AT_ONCE = 200;

/** `parley members add` */
export interface NewMemberOptions {
  email: string[];
  name?: string;
  timezone?: string;
  language?: string;
  tenant?: string;
}

export const addMember = (options: NewMemberOptions): Promise<void> =>
  withDatabase(async (database) => {
    const tenant = await tenantFor(database, options.tenant);
    const member = await said(() =>
      createPrincipal({ knex: database }, OPERATOR, {
        id: randomUUID(),
        tenantId: tenant.id,
        kind: 'individual',
        name: options.name ?? null,
        timezone: zoneOf(options.timezone),
        language: languageOf(options.language),
        addresses: options.email.map(mailAddress),
        memberIds: [],
      }),
    );
    say(member.id);
  });

/** `parley members list` */
export const listMembers = ({ json, ...options }: OneOptions): Promise<void> =>
  withDatabase(async (database) => {
    const tenant = await tenantFor(database, options.tenant);
    const members: Principal[] = [];
    for (;;) {
      const filter = { kind: 'individual', limit: AT_ONCE, after: members.at(-1)?.id } as const;
      const more = await principalsFor({ knex: database }, OPERATOR, tenant.id, filter);
      members.push(...more);
      if (more.length < AT_ONCE) break;
    }
    const empty = 'There are no members yet: "parley members add --email ADDRESS" makes one.';
    sayTable(members, { columns: COLUMNS, json, empty });
  });

const COLUMNS: Columns<Principal> = {
  id: ({ id }) => id,
  addresses: ({ addresses }) => addresses.map(({ address }) => address).join(','),
  zone: ({ timezone }) => timezone,
  name: ({ name }) => name,
};

/** `parley members addresses`: shows them, after the changes that are asked for. */
export interface AddressesOptions {
  add?: string[];
  remove?: string[];
  primary?: string;
  tenant?: string;
}

/** `parley members role`: gives the role of an operator, or takes it away. */
export const memberRole = (
  member: string,
  { operator, tenant }: { operator: boolean; tenant?: string },
): Promise<void> =>
  withDatabase(async (database) => {
    const { id: tenantId } = await tenantFor(database, tenant);
    const { id } = await memberBy(database, tenantId, member);
    await setOperates(database, id, operator);
    say(operator ? 'They operate, and sign in at /operator.' : 'They do not operate any more.');
  });

export const memberAddresses = (member: string, options: AddressesOptions): Promise<void> =>
  withDatabase(async (database) => {
    const tenant = await tenantFor(database, options.tenant);
    const before = await memberBy(database, tenant.id, member);
    const wanted = addressesAfter(
      before.addresses.map(({ address }) => address),
      options,
    );
    const isChange = (options.add ?? options.remove ?? options.primary) !== undefined;
    const after = isChange
      ? await said(() =>
          changePrincipal({ knex: database, clock: { nowMs: Date.now } }, OPERATOR, before, {
            addresses: wanted,
          }),
        )
      : before;
    for (const { address, isPrimary, isVerified } of after.addresses) {
      say([address, isPrimary ? 'primary' : 'other', isVerified ? 'verified' : 'not verified'].join('  '));
    }
  });

function addressesAfter(
  before: readonly string[],
  { add = [], remove = [], primary }: AddressesOptions,
): string[] {
  const key = (address: string) => address.toLowerCase();
  const isOneOf = (address: string, some: readonly string[]) =>
    some.some((other) => key(other) === key(address));
  const unknown = [...remove, ...(primary === undefined ? [] : [primary])].filter(
    (address) => !isOneOf(address, [...before, ...add]),
  );
  if (unknown.length > 0)
    throw new CliError('no_address', `The member has no address ${unknown.join(', ')}.`);
  const left = [...before, ...add.map(mailAddress).filter((address) => !isOneOf(address, before))].filter(
    (address) => !isOneOf(address, remove),
  );
  return primary === undefined
    ? left
    : [
        ...left.filter((address) => isOneOf(address, [primary])),
        ...left.filter((address) => !isOneOf(address, [primary])),
      ];
}

/** What commands refuse, as a sentence. */
async function said<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AddressTaken)
      throw new CliError('address_taken', 'The address is another principal’s of the tenant.');
    if (error instanceof InvalidInput)
      throw new CliError('unusable_input', `${error.field}: ${error.problem}.`);
    throw error;
  }
}

function zoneOf(name: string | undefined): string | undefined {
  if (name === undefined || IANAZone.isValidZone(name)) return name;
  throw new CliError('unusable_timezone', `"${name}" is no IANA time zone, as Europe/Vienna.`);
}
