import type { MailSender } from '../../activities/delivery/ports.ts';
import { measure, type MailMetrics } from '../metrics/mail-metrics.ts';
import { breakWhenDown, type BreakerOptions } from './breaking-sender.ts';
import { pace } from './paced-sender.ts';
import { createSmtpSender } from './smtp-sender.ts';

export interface MailSenderSettings {
  /** `smtp://` or `smtps://` */
  smtpUrl: string;
  /** Undefined: for every server but one on this machine. */
  requireTls?: boolean | undefined;
  /** Connections, and messages handed over at once. */
  connections: number;
  perDomain: number;
  /** 0: as many as there are. */
  perDomainPerMinute: number;
  breaker?: BreakerOptions;
  metrics?: MailMetrics;
}

/** The way out for mail: SMTP, at a pace, and not while the server is down. */
export function createMailSender(settings: MailSenderSettings): MailSender & { close(): void } {
  const { smtpUrl, requireTls, connections, perDomain, perDomainPerMinute, metrics } = settings;
  const smtp = createSmtpSender(smtpUrl, { connections, requireTls });
  const breaking = breakWhenDown(smtp, {
    ...settings.breaker,
    onChange: (open) => {
      metrics?.breakerOpen.set(open ? 1 : 0);
      settings.breaker?.onChange?.(open);
    },
  });
  const paced = pace(breaking, {
    atOnce: connections,
    perDomain,
    perDomainPerMinute,
    onWaiting: (count) => metrics?.waiting.set(count),
  });
  const sender = metrics ? measure(paced, metrics) : paced;
  return { send: (message) => sender.send(message), close: () => smtp.close() };
}
