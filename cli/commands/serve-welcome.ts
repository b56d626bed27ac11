import { type Config } from '../../config/index.ts';
import { type EmbeddedStack } from '../../workers/embedded/stack.ts';
import { type Parts } from './serve-parts.ts';

/** What `serve` prints when everything is up; its last line is what scripts wait for. */
export function welcome(config: Config, stack: EmbeddedStack, parts: Parts): string[] {
  const rows: [string, string | undefined][] = [
    ['API and pages', parts.url],
    ['Mailboxes', stack.catcher && config.embedded.devMailbox ? `${parts.url}/dev/mailbox` : undefined],
    ['API description', `${parts.url}/docs`],
    ['Temporal', stack.temporalUiUrl],
    ['Mail in (SMTP)', `${config.smtpIn.host}:${config.smtpIn.port}`],
    ['API key', parts.apiKey],
  ];
  const shown = rows.filter((row): row is [string, string] => row[1] !== undefined);
  return [
    '',
    ...shown.map(([name, value]) => `  ${name.padEnd(16)} ${value}`),
    '',
    '  Book a meeting:',
    '',
    `  ${bookingLine(parts.url, parts.apiKey, new Date())}`,
    '',
    `Parley is ready: ${parts.url}`,
  ];
}

/** One line of shell that makes a room tomorrow and books a guest into it; pasted again, it shows the same meeting. */
function bookingLine(url: string, apiKey: string, now: Date): string {
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  const room = {
    title: 'First practice',
    startUtc: `${tomorrow}T15:00:00Z`,
    endUtc: `${tomorrow}T15:45:00Z`,
    host: { email: 'host@example.com', name: 'Hanna', timezone: 'Europe/Berlin' },
  };
  const guest = `{"roomId":"\\1","guest":{"email":"guest@example.com","name":"Gus","timezone":"America/New_York"}}`;
  const post = (call: string) =>
    `curl -sS ${url}/api/practice-room/${call} -H 'authorization: Bearer ${apiKey}' -H 'content-type: application/json' -H 'idempotency-key: first-${call}-${tomorrow}'`;
  return `${post('create')} -d '${JSON.stringify(room)}' | sed -E 's|.*"roomId":"([^"]+)".*|${guest}|' | ${post('book')} -d @-`;
}
