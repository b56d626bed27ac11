import type { Config } from '../../config/index.ts';
import { recipientCheck } from '../../queries/recipients.ts';
import type { ApiDeps } from '../deps.ts';
import { Limits } from '../limits/limits.ts';
import { startMailListener } from './listener.ts';
import { isInNetworks, LOOPBACK } from './networks.ts';

/** SMTP, and LMTP where it is configured; both take the same mail. */
export async function startListeners(
  { smtpIn, incomingMail, mail, limits }: Pick<Config, 'smtpIn' | 'incomingMail' | 'mail' | 'limits'>,
  deps: Pick<ApiDeps, 'knex' | 'ingest' | 'clock' | 'log'>,
): Promise<{ smtpPort: number; lmtpPort: number | null; stop(): Promise<void> }> {
  const { trustedRelays, lmtpPort, tls } = incomingMail;
  const common = {
    host: smtpIn.host,
    ingest: deps.ingest,
    counters: new Limits(limits.table),
    log: deps.log,
    maxBytes: incomingMail.largestMessageBytes,
    accepts: recipientCheck(deps, {
      domains: incomingMail.recipientDomains,
      separator: mail.tagSeparator,
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
