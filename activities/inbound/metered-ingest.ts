import type { Ingest } from './ingest.ts';
import type { ArrivingMessage } from './ports.ts';
import { ReadingBusy } from '../reading-failures.ts';

/** Everybody whom the message is for has been sent as much as a day may have; nothing was stored. */
export class MailQuotaReached extends Error {
  constructor() {
    super('the mail of the day is used up');
    this.name = 'MailQuotaReached';
  }
}

export interface MeterPorts {
  usage: {
    tenantsOf(message: { tenantId: string | null; envelope: { to: readonly string[] } }): Promise<string[]>;
    isUsedUp(tenantId: string): Promise<boolean>;
    count(tenantId: string, bytes: number): void;
  };
  /** Nothing more is read now. */
  isFull: () => boolean;
  /** Hears of each message that was refused because the day's mail is used up, and whose. */
  onRefused: (tenantIds: readonly string[]) => void;
  /** Whom a message is for; its envelope says so when absent. */
  recipientsOf?: (message: ArrivingMessage) => readonly string[];
}

/** The ingest of a door that can have its messages come again: tomorrow, or a little later. @throws MailQuotaReached, ReadingBusy */
export function meteredIngest(
  ingest: Ingest,
  { usage, isFull, onRefused, recipientsOf }: MeterPorts,
): Ingest {
  return async (message) => {
    if (isFull()) throw new ReadingBusy();
    const to = recipientsOf?.(message) ?? message.envelope.to;
    const tenants = await usage.tenantsOf({ tenantId: message.tenantId, envelope: { to } });
    const usedUp = await Promise.all(tenants.map((tenantId) => usage.isUsedUp(tenantId)));
    if (tenants.length > 0 && usedUp.every(Boolean)) {
      onRefused(tenants);
      throw new MailQuotaReached();
    }
    for (const tenantId of tenants) usage.count(tenantId, message.raw.length);
    return ingest(message);
  };
}
