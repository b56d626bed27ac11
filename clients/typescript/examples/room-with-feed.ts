/** Makes a room that follows a calendar, and prints the meetings that the calendar has in it. FEED_URL is the calendar's address. */
import { createParley, ParleyProblem } from '../index.ts';
import { named } from './settings.ts';

const parley = createParley({ url: named('API_URL'), apiKey: named('API_KEY') });
const name = named('ROOM_NAME');
const params = { path: { name } };

try {
  await parley.POST('/v1/rooms', {
    body: { name, ownerEmail: named('OWNER_EMAIL'), timezone: 'Europe/Berlin' },
  });
  console.log(`made the room ${name}`);
} catch (error) {
  if (!(error instanceof ParleyProblem && error.code === 'room-name-taken')) throw error;
  console.log(`the room ${name} is there already`);
}

const icsUrl = named('FEED_URL');
const { data: tried } = await parley.POST('/v1/rooms/{name}/ics/test', { params, body: { icsUrl } });
console.log(tried!.ok ? `${tried!.matches} of ${tried!.events} events are in it` : tried!.message);
for (const { title, startsAt } of tried!.next) console.log(`${startsAt} ${title}`);

const { data: room } = await parley.PATCH('/v1/rooms/{name}', {
  params,
  body: { icsUrl, icsFetchInterval: 5 },
});
console.log(`followed every ${room!.icsFetchInterval} minutes: ${room!.icsUrl}`);
