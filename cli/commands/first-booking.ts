/**
 * One line of shell that makes a room for tomorrow and books a guest into it. Pasted again, or on another day, it makes another
 * meeting, of other people: the day and their addresses are worked out as it runs. Node does that, which whoever started Parley
 * has, while each system has a `date` of its own.
 */
export function bookingLine(url: string, apiKey: string): string {
  const room = JSON.stringify({
    title: 'First practice',
    startUtc: `${TOMORROW}T15:00:00Z`,
    endUtc: `${TOMORROW}T15:45:00Z`,
    host: { email: `host-${NOW}@example.com`, name: 'Hanna', timezone: 'Europe/Berlin' },
  });
  const guest = JSON.stringify({
    email: `guest-${NOW}@example.com`,
    name: 'Gus',
    timezone: 'America/New_York',
  });
  const post = (call: string) =>
    `curl -sS ${url}/api/practice-room/${call} -H ${quoted(`authorization: Bearer ${apiKey}`)} -H 'content-type: application/json'`;
  const booking = String.raw`s|.*"roomId":"([^"]+)".*|{"roomId":"\1","guest":${guest}}|`;
  return `${post('create')} -d '${room}' | sed -E '${booking}' | ${post('book')} -d @-`;
}

/** Within single quotes, which it leaves for what the shell works out. */
const workedOut = (expression: string): string => `'$(node -p '${expression}')'`;
const TOMORROW = workedOut('new Date(Date.now()+864e5).toJSON().slice(0,10)');
const NOW = workedOut('Date.now().toString(36)');

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
