import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Ingest } from '../../activities/inbound/ingest.ts';
import type { Clock } from '../../activities/clock.ts';
import type { Config } from '../../config/index.ts';
import { Limits } from '../limits/limits.ts';
import { startMailListener } from './listener.ts';
import { isInNetworks, LOOPBACK } from './networks.ts';
import { recipientCheck } from './recipients.ts';

/** SMTP, and LMTP where it is configured; both take the same mail. */
export async function startListeners(
  { smtpIn, incomingMail, mail, limits }: Pick<Config, 'smtpIn' | 'incomingMail' | 'mail' | 'limits'>,
  { knex, ingest, clock, log }: { knex: Knex; ingest: Ingest; clock: Clock; log: Logger },
): Promise<{ smtpPort: number; lmtpPort: number | null; stop(): Promise<void> }> {
  const { trustedRelays, lmtpPort, tls } = incomingMail;
  const common = {
    host: smtpIn.host,
    ingest,
    counters: new Limits(limits.table),
    log,
    maxBytes: incomingMail.largestMessageBytes,
    accepts: recipientCheck({
      domains: incomingMail.recipientDomains,
      knex,
      tagSeparator: mail.tagSeparator,
      nowMs: () => clock.nowMs(),
    }),
  };
  const smtp = await startMailListener({
    ...common,
    protocol: 'smtp',
    port: smtpIn.port,
    isTrusted: isInNetworks(trustedRelays),
    tls,
  });
  if (lmtpPort === undefined) return { smtpPort: smtp.port, lmtpPort: null, stop: () => smtp.stop() };
  const isTrusted = isInNetworks([...trustedRelays, ...LOOPBACK]);
  const lmtp = await startMailListener({ ...common, protocol: 'lmtp', port: lmtpPort, isTrusted }).catch(
    async (error: unknown) => {
      await smtp.stop();
      throw error;
    },
  );
  return {
    smtpPort: smtp.port,
    lmtpPort: lmtp.port,
    stop: async () => void (await Promise.all([smtp.stop(), lmtp.stop()])),
  };
}
