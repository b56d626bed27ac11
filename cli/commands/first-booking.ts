/**
 * One line of shell that arranges a meeting for tomorrow. Pasted again, or on another day, it makes another meeting, of other
 * people: the day and their addresses are worked out as it runs. Node does that, which whoever started Parley has, while each
 * system has a `date` of its own.
 */
export function bookingLine(url: string, apiKey: string): string {
  const meeting = JSON.stringify({
    title: 'First practice',
    startsAt: `${TOMORROW}T15:00:00Z`,
    endsAt: `${TOMORROW}T15:45:00Z`,
    attendees: [
      { role: 'host', email: `host-${NOW}@example.com`, name: 'Hanna', timezone: 'Europe/Berlin' },
      { email: `guest-${NOW}@example.com`, name: 'Gus', timezone: 'America/New_York' },
    ],
  });
  const key = quoted(`authorization: Bearer ${apiKey}`);
  return `curl -sS ${url}/api/meetings -H ${key} -H 'content-type: application/json' -d '${meeting}'`;
}

/** Within single quotes, which it leaves for what the shell works out. */
const workedOut = (expression: string): string => `'$(node -p '${expression}')'`;
const TOMORROW = workedOut('new Date(Date.now()+864e5).toJSON().slice(0,10)');
const NOW = workedOut('Date.now().toString(36)');

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
