import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { MailSender } from '../activities/ports.ts';
import { createMailComposer, type ComposerOptions } from '../adapters/mail/compose.ts';
import { configuredDkimKey } from '../adapters/mail/dkim/key.ts';
import { createDkimSigner } from '../adapters/mail/dkim/signer.ts';
import { createMailSender } from '../adapters/mail/mail-sender.ts';
import { createAddressTags } from '../adapters/mail/tagged-address.ts';
import { createMessageIds } from '../adapters/mail/message-ids.ts';
import { createMailMetrics } from '../adapters/metrics/mail-metrics.ts';
import type { MessageTools } from '../adapters/postgres/commit/messages.ts';
import { createSealer } from '../adapters/secrets/sealing.ts';
import { required, type Config } from '../config/index.ts';
import { startMetricsServer } from './metrics-server.ts';
import { configuredTexts } from './texts.ts';

/** How a worker writes messages and how they leave. */
export interface OutgoingMail {
  tools: MessageTools;
  sender: MailSender;
  /** Of what this worker shows at `/metrics`. */
  registry: Registry;
  stop(): Promise<void>;
}

/** @throws ConfigError when the key to sign with cannot be used: better no mail than mail that nobody believes */
export async function startOutgoingMail(config: Config, log: Logger): Promise<OutgoingMail> {
  const tools = messageTools(config, log);
  if (configuredDkimKey(config.mail.dkim) === null)
    log.warn('mail leaves unsigned: neither DKIM_KEY_FILE nor DKIM_PRIVATE_KEY is set');
  const smtpUrl = required(config.mail, 'smtpUrl');
  const registry = new Registry();
  const metrics = createMailMetrics(registry);
  const server = await metricsServer(registry, config, log);
  const onChange = (open: boolean) =>
    open
      ? log.warn('the mail server is down: messages wait until it answers again')
      : log.info('the mail server answers again');
  const sender = createMailSender({ ...config.mail, smtpUrl, breaker: { onChange }, metrics });
  return {
    tools,
    sender,
    registry,
    async stop() {
      sender.close();
      await server?.stop();
    },
  };
}

function messageTools(config: Config, log: Logger): MessageTools {
  const secretKey = required(config, 'secretKey');
  return {
    composer: createMailComposer(configuredTexts(config, log), signing(config)),
    sealer: createSealer(secretKey),
    messageIds: createMessageIds(secretKey),
    publicUrl: config.publicUrl,
    tags: createAddressTags({
      secretKey,
      separator: config.mail.tagSeparator,
      tagsMessages: config.mail.tags,
      onTooLong: () =>
        log.warn('an organizer mailbox has too long a name: its messages have no addresses of their own'),
    }),
  };
}

function signing({ mail: { dkim } }: Config): ComposerOptions {
  const key = configuredDkimKey(dkim);
  return key ? { sign: createDkimSigner({ ...dkim, key }) } : {};
}

async function metricsServer(registry: Registry, config: Config, log: Logger) {
  if (config.workerMetricsPort === undefined) return undefined;
  collectDefaultMetrics({ register: registry });
  return startMetricsServer(registry, { host: config.http.host, port: config.workerMetricsPort }, log);
}
