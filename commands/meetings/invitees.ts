import type { Knex } from 'knex';
import type { Person } from '../../adapters/postgres/booked-meetings.ts';
import {
  ensurePerson,
  learnAddresses,
  personsWith,
  principalAddresses,
} from '../../adapters/postgres/people/person.ts';
import { withoutSubAddress } from '../../domain/itip/address.ts';
import type { Part } from '../../domain/meeting/attendee-id.ts';

/** Somebody to be invited; other addresses of theirs may be told with it. */
export type Invitee = Person & Part & { aliases?: readonly string[] | undefined };

/** Somebody cannot be invited. */
export class CannotInvite extends Error {
  readonly code: 'attendee-is-organizer' | 'attendee-twice';
  /** Which of those who are to be invited it is. */
  readonly at: number;

  constructor(code: CannotInvite['code'], at: number) {
    super(code);
    this.name = 'CannotInvite';
    this.code = code;
    this.at = at;
  }
}

/** Whether an address is of the mailbox that invites. */
export const isOrganizers = ({ organizerEmail }: { organizerEmail: string }, email: string): boolean =>
  withoutSubAddress(email.toLowerCase()) === organizerEmail.toLowerCase();

/**
 * Makes sure that these people can be in one meeting, and learns their other addresses.
 *
 * @param present the person ids of those who are in it already
 * @throws CannotInvite the mailbox that invites, or one person twice, also under two of their addresses
 */
export async function prepareInvitees(
  knex: Knex,
  tenant: { id: string; organizerEmail: string },
  invitees: readonly Invitee[],
  present: readonly string[] = [],
): Promise<void> {
  const seen = new Set(present);
  const persons: string[] = [];
  // Who is told to have a member's address is that member, by the address that they are invited by, too.
  for (const { email, aliases = [] } of invitees) {
    const [own] = aliases.length > 0 ? await principalAddresses(knex, tenant.id, aliases) : [];
    if (own !== undefined) await learnAddresses(knex, tenant.id, { email: own, aliases: [email] });
  }
  for (const [at, invitee] of invitees.entries()) {
    // Its answers would come back to itself.
    if ([invitee.email, ...(invitee.aliases ?? [])].some((one) => isOrganizers(tenant, one))) {
      throw new CannotInvite('attendee-is-organizer', at);
    }
    const { principalId, contactId } = await ensurePerson(knex, tenant.id, invitee.email);
    const person = principalId ?? contactId;
    if (seen.has(person)) throw new CannotInvite('attendee-twice', at);
    seen.add(person);
    persons.push(person);
  }
  // Now all of them are known, and so is whose the other addresses are that were told.
  for (const [at, { aliases = [] }] of invitees.entries()) {
    const same = aliases.length > 0 ? await personsWith(knex, tenant.id, aliases) : [];
    if (same.some((person) => person !== persons[at] && seen.has(person))) {
      throw new CannotInvite('attendee-twice', at);
    }
  }
  for (const invitee of invitees) await learnAddresses(knex, tenant.id, invitee);
}
