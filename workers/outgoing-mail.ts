import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { MailComposer } from '../activities/delivery/ports.ts';
import { createMailComposer, type ComposerOptions } from '../adapters/mail/compose.ts';
import type { BreakerOptions } from '../adapters/mail/breaking-sender.ts';
import { configuredDkimKey } from '../adapters/mail/dkim/key.ts';
import { createDkimSigner } from '../adapters/mail/dkim/signer.ts';
import { createMailSender } from '../adapters/mail/mail-sender.ts';
import { createAddressTags, type AddressTags } from '../adapters/mail/tagged-address.ts';
import { createMessageIds } from '../adapters/mail/message-ids.ts';
import { createMailMetrics } from '../adapters/metrics/mail-metrics.ts';
import type { MessageTools } from '../adapters/postgres/outgoing/prepare.ts';
import { createSealer } from '../adapters/secrets/sealing.ts';
import type { Texts } from '../adapters/texts/texts.ts';
import { required, type Config } from '../config/index.ts';

/**
 * How messages leave: over the configured mail server, at its pace.
 *
 * @param registry where it is counted
 * @param breaker how soon it stops for a server that is down
 */
export function createOutgoingMail(
  config: Config,
  log: Logger,
  registry: Registry,
  breaker: BreakerOptions = {},
) {
  const onChange = (open: boolean) =>
    open
      ? log.warn('the mail server is down: messages wait until it answers again')
      : log.info('the mail server answers again');
  return createMailSender({
    ...config.mail,
    smtpUrl: required(config.mail, 'smtpUrl'),
    breaker: { ...breaker, onChange },
    metrics: createMailMetrics(registry),
  });
}

/**
 * How messages are written: in the configured words, and signed.
 *
 * @throws ConfigError when the key to sign with cannot be used: better no mail than mail that nobody believes
 */
export const configuredComposer = (config: Config, texts: Texts, log: Logger): MailComposer =>
  createMailComposer(texts, signing(config, log));

/** How messages are sealed and named. */
export function configuredMessageTools(config: Config, composer: MailComposer, log: Logger): MessageTools {
  const secretKey = required(config, 'secretKey');
  return {
    composer,
    sealer: createSealer(secretKey),
    messageIds: createMessageIds(secretKey),
    publicUrl: config.publicUrl,
    tags: configuredTags(config, log),
  };
}

/** How addresses of messages and invitations are made. */
export const configuredTags = (config: Config, log: Logger): AddressTags =>
  createAddressTags({
    secretKey: required(config, 'secretKey'),
    separator: config.mail.tagSeparator,
    tagsMessages: config.mail.tags,
    onTooLong: () =>
      log.warn('an organizer mailbox has too long a name: its messages have no addresses of their own'),
  });

function signing({ mail: { dkim } }: Config, log: Logger): ComposerOptions {
  const key = configuredDkimKey(dkim);
  if (key) return { sign: createDkimSigner({ ...dkim, key }) };
  log.warn('mail leaves unsigned: neither DKIM_KEY_FILE nor DKIM_PRIVATE_KEY is set');
  return {};
}
