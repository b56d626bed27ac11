import { type Config } from '../../config/index.ts';
import { type EmbeddedStack } from '../../workers/embedded/stack.ts';
import { bookingLine } from './first-booking.ts';
import { type Parts } from './serve-parts.ts';

/** What `serve` prints when everything is up; its last line is what scripts wait for. */
export function welcome(config: Config, stack: EmbeddedStack, parts: Parts): string[] {
  const rows: [string, string | undefined][] = [
    ['API and pages', parts.url],
    ['Mailboxes', stack.catcher && config.embedded.devMailbox ? `${parts.url}/dev/mailbox` : undefined],
    ['API description', `${parts.url}/docs`],
    ['Operations', `${parts.url}/operator`],
    ['Temporal', stack.temporalUiUrl],
    ['Mail in (SMTP)', `${config.smtpIn.host}:${config.smtpIn.port}`],
    ['API key', parts.apiKey],
    ['Log', parts.logFile],
  ];
  const shown = rows.filter((row): row is [string, string] => row[1] !== undefined);
  return [
    '',
    ...shown.map(([name, value]) => `  ${name.padEnd(16)} ${value}`),
    '',
    '  Book a meeting:',
    '',
    `  ${bookingLine(parts.url, parts.apiKey)}`,
    '',
    `Parley is ready: ${parts.url}`,
  ];
}
