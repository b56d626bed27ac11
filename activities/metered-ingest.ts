import type { Ingest } from './ingest.ts';
import type { ArrivingMessage } from './inbound-ports.ts';

/** Everybody whom the message is for has been sent as much as a day may have; nothing was stored. */
export class MailQuotaReached extends Error {
  constructor() {
    super('the mail of the day is used up');
    this.name = 'MailQuotaReached';
  }
}

export interface MeterPorts {
  usage: {
    tenantsOf(message: ArrivingMessage): Promise<string[]>;
    isUsedUp(tenantId: string): Promise<boolean>;
    count(tenantId: string, bytes: number): void;
  };
  /** Hears of each message that was refused. */
  onRefused: () => void;
}

/** The ingest of a door that can tell its sender to come again tomorrow. @throws MailQuotaReached */
export function meteredIngest(ingest: Ingest, { usage, onRefused }: MeterPorts): Ingest {
  return async (message) => {
    const tenants = await usage.tenantsOf(message);
    const usedUp = await Promise.all(tenants.map((tenantId) => usage.isUsedUp(tenantId)));
    if (tenants.length > 0 && usedUp.every(Boolean)) {
      onRefused();
      throw new MailQuotaReached();
    }
    for (const tenantId of tenants) usage.count(tenantId, message.raw.length);
    return ingest(message);
  };
}
