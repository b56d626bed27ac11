import { CannotInvite, isOrganizers } from '../meetings/invitees.ts';

/** Who cannot be the guest of a booking: one of its hosts, the mailbox that invites, or a guest of it. */
export class GuestRefused extends Error {
  readonly code: 'guest-is-host' | 'attendee-is-organizer' | 'attendee-twice';

  constructor(code: GuestRefused['code']) {
    super(code);
    this.name = 'GuestRefused';
    this.code = code;
  }
}

/** @throws GuestRefused the mailbox that invites: its answers would come back to itself */
export function requireGuest(tenant: { organizerEmail: string }, { email }: { email: string }): void {
  if (isOrganizers(tenant, email)) throw new GuestRefused('attendee-is-organizer');
}

/**
 * The same of a meeting that somebody is to come to.
 *
 * @param areHosts only hosts are in it
 */
export const asGuest =
  (areHosts: boolean) =>
  (error: unknown): never => {
    if (!(error instanceof CannotInvite)) throw error;
    throw new GuestRefused(error.code === 'attendee-twice' && areHosts ? 'guest-is-host' : error.code);
  };
