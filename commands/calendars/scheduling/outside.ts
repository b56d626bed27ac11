import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { takeCalendarMail, type CalendarMailOut } from '../../../adapters/postgres/calendars/outside-mail.ts';
import type { AddressTags } from '../../../adapters/mail/tagged-address.ts';

/** How people who keep no calendar here are written to. */
export interface OutsideMail {
  /** Writes it down in the transaction of what it tells of. @returns what has to be sent on once that is done */
  take(trx: Knex.Transaction, mail: CalendarMailOut): Promise<PendingEvent>;
  /** Sends on what was written down; what fails is sent on later, from the outbox. */
  send(pending: readonly PendingEvent[]): Promise<void>;
}

export const createOutsideMail = (ports: {
  tags: AddressTags | undefined;
  relay: (pending: PendingEvent) => Promise<void>;
  onFailure: (error: unknown) => void;
}): OutsideMail => ({
  take: (trx, mail) => takeCalendarMail(trx, ports.tags, mail),
  async send(pending) {
    await Promise.all(pending.map((one) => ports.relay(one).catch(ports.onFailure)));
  },
});
