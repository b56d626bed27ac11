import type { Knex } from 'knex';
import type { ItipMessage } from '../../../domain/itip/broker/messages.ts';

/** A message to somebody who keeps no calendar here. */
export interface OutsideMessage {
  tenantId: string;
  /** Who sends it. */
  principalId: string;
  message: ItipMessage;
}

/** Where mails go out from, in the transaction of what they tell of. */
export interface OutsideMail {
  take(trx: Knex.Transaction, message: OutsideMessage): Promise<void>;
}
